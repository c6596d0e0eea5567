using System.Text.Json.Serialization;
using WeChatBridge.Accounts;
using WeChatBridge.Reports;

namespace WeChatBridge.Articles.Disclosure;

/// <summary>What the 政府信息公开条例 wants to be known of a piece of government information.</summary>
internal sealed record DisclosureFacts
{
    /// <summary>Article 26: proactive disclosure within 20 working days.</summary>
    public const int WorkingDaysToDisclose = 20;

    /// <summary>公开属性; null until the writer has chosen.</summary>
    public DisclosureClass? Class { get; init; }

    /// <summary>The entry of the <see cref="Catalogue"/> (公开目录): <c>20-7</c>; empty until chosen.</summary>
    public string CatalogueNumber { get; init; } = "";

    /// <summary>发文机关.</summary>
    public string IssuingBody { get; init; } = "";

    /// <summary>The day the information was formed (形成).</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>The day it was last changed (变更); the period then runs from here.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>对内 or 对外.</summary>
    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>Why it is not disclosed of the office's own accord; needed for <see cref="DisclosureClass.Withheld"/>.</summary>
    public string Grounds { get; init; } = "";

    /// <summary>The day the period runs from; null where there is none: not dated, or not to be disclosed of the office's own accord.</summary>
    [JsonIgnore]
    public DateOnly? DueFrom => Class is DisclosureClass.Proactive ? ChangedOn ?? FormedOn : null;

    /// <summary>The last day on which it must be public; null where the law sets none.</summary>
    public WorkingDate? DueOn(WorkingCalendar calendar) => DueOn(DueFrom, calendar);

    /// <summary>The same from the day the period runs from.</summary>
    public static WorkingDate? DueOn(DateOnly? from, WorkingCalendar calendar) =>
        from is { } day ? calendar.AddWorkingDays(day, WorkingDaysToDisclose) : null;
}

/// <summary>How information is disclosed (主动公开 / 依申请公开 / 不予公开).</summary>
internal enum DisclosureClass
{
    Proactive,
    OnRequest,
    Withheld,
}
