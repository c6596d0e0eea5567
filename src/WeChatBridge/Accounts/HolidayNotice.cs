using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.Texts;

namespace WeChatBridge.Accounts;

/// <summary>
/// The holidays of one year as the State Council's notice (国办放假通知) sets them, each November for the next year. Data, because no rule
/// tells beforehand which weekends are worked.
/// </summary>
/// <param name="Year">The year the notice is for.</param>
/// <param name="Notice">The notice that says so.</param>
/// <param name="Holidays">Days off, weekends between them included.</param>
/// <param name="WorkingWeekends">Saturdays and Sundays that are worked instead (调休上班).</param>
internal sealed record HolidayNotice(
    int Year, string Notice, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> WorkingWeekends)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="ConfigurationRefusedException">The file cannot be read, or a year in it contradicts itself.</exception>
    public static IReadOnlyList<HolidayNotice> ReadAll(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var notices = JsonSerializer.Deserialize<List<HolidayNotice>>(stream, Json) ?? [];
            return notices.Select(notice => notice.Mistake()).Append(RepeatedYear(notices)).OfType<string>().FirstOrDefault() is { } mistake
                ? throw new ConfigurationRefusedException(StaffTexts.SeedsBroken.With(path, mistake))
                : notices;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationRefusedException(StaffTexts.SeedsBroken.With(path, exception.Message), exception);
        }
    }

    private static string? RepeatedYear(List<HolidayNotice> notices) =>
        notices.GroupBy(notice => notice.Year).FirstOrDefault(same => same.Count() > 1) is { } repeated
            ? StaffTexts.HolidaysRepeatedYear.With(repeated.Key)
            : null;

    private string? Mistake()
    {
        if (Holidays.FirstOrDefault(holiday => holiday.Last < holiday.First || !IsNear(holiday.First) || !IsNear(holiday.Last)) is { } wrong)
        {
            return StaffTexts.HolidaysWrongSpan.With(Year, wrong.Name, wrong.First, wrong.Last);
        }

        return WorkingWeekends.Where(day => !IsNear(day) || !WorkingCalendar.IsWeekend(day) || Holidays.Any(holiday => holiday.Contains(day)))
            .Select(day => StaffTexts.HolidaysWrongWorkingDay.With(Year, day)).FirstOrDefault();
    }

    // New Year's holiday may begin in the last days of December.
    private bool IsNear(DateOnly day) => day.Year == Year || (day.Year == Year - 1 && day.Month == 12);
}

/// <summary>One holiday of a notice, first and last day included.</summary>
internal sealed record Holiday(string Name, DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}
