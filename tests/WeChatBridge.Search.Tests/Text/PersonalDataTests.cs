using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Tests.Text;

/// <summary>Every number here is invented; the check characters are computed, by another way than the product's.</summary>
public sealed class PersonalDataTests
{
    private static readonly string Card = WithCheckCharacter("15072219900307123");

    private static readonly string CardWithX = Enumerable.Range(0, 1000)
        .Select(n => WithCheckCharacter($"15072219851130{n:000}")).First(card => card[^1] == 'X');

    private static readonly string Bank = WithLuhnDigit("622202123456789012");

    private static readonly string ShortBank = WithLuhnDigit("433670123456789");

    [Fact]
    public void Numbers_that_pass_their_checks_are_found()
    {
        Kind(Card).ShouldBe(PersonalDataKinds.IdentityCard);
        Kind(CardWithX).ShouldBe(PersonalDataKinds.IdentityCard);
        Kind(CardWithX.ToLowerInvariant()).ShouldBe(PersonalDataKinds.IdentityCard);
        Kind("150722850307123").ShouldBe(PersonalDataKinds.IdentityCard);
        Kind(Bank).ShouldBe(PersonalDataKinds.BankCard);
        Kind(ShortBank).ShouldBe(PersonalDataKinds.BankCard);
        Kind("13912345678").ShouldBe(PersonalDataKinds.MobilePhone);
        Kind("+8613912345678").ShouldBe(PersonalDataKinds.MobilePhone);
    }

    [Fact]
    public void Numbers_that_do_not_are_left()
    {
        foreach (var other in OtherLastDigits(Card).Concat(OtherLastDigits(Bank)))
        {
            Find(other).ShouldBeEmpty(other);
        }

        Find(WithCheckCharacter("15072219901307123")).ShouldBeEmpty("there is no thirteenth month");
        Find(WithCheckCharacter("99072219900307123")).ShouldBeEmpty("there is no such province");
        Find("150722851307123").ShouldBeEmpty("there is no thirteenth month");
        Find("0470-3129100").ShouldBeEmpty("a landline is an office's");
        Find("12912345678").ShouldBeEmpty();
        Find("2017年1月1日至12月31日，共公开209条，12345").ShouldBeEmpty();
        Find("91" + Card).ShouldBeEmpty("it goes on before");
        Find(Card[..17] + "00000" + Card[17..]).ShouldBeEmpty();
    }

    [Fact]
    public void However_it_is_typed_it_is_found()
    {
        var wide = string.Concat(CardWithX.Select(character => (char)(character + 0xFEE0)));
        Mask($"身份证{wide}。").ShouldBe($"身份证{Stars(18)}。");
        Mask(Grouped(Bank, 4, " ")).ShouldBe(Grouped(Stars(19), 4, " "));
        Mask(Grouped(Card, 6, "-")).ShouldBe(Grouped(Stars(18), 6, "-"));
        Mask(Grouped(Card, 1, " ")).ShouldBe(Grouped(Stars(18), 1, " "));
        Mask("电话１３９－１２３４－５６７８").ShouldBe("电话***－****－****");
        Mask(Grouped(Card, 3, "\u200B")).ShouldBe(Grouped(Stars(18), 3, "\u200B"));
    }

    [Fact]
    public void Numbers_that_stand_beside_one_another_are_told_apart()
    {
        var text = $"{Card} 13912345678 {Bank}";

        PersonalData.Find(text, PersonalDataKinds.InQuestions).Select(finding => finding.Kind)
            .ShouldBe([PersonalDataKinds.IdentityCard, PersonalDataKinds.MobilePhone, PersonalDataKinds.BankCard]);
        PersonalData.Mask(text, PersonalDataKinds.InMessages).ShouldBe($"{Stars(18)} 13912345678 {Stars(19)}");
        PersonalData.Mask(text, PersonalDataKinds.None).ShouldBe(text);
    }

    [Fact]
    public void A_finding_says_where_it_stands()
    {
        var finding = PersonalData.Find($"我的号是{Card}，急", PersonalDataKinds.InMessages).ShouldHaveSingleItem();

        (finding.Start, finding.Length).ShouldBe((4, 18));
    }

    [Fact]
    public void Masking_keeps_the_length_and_leaves_nothing_to_find()
    {
        string[] parts = [Card, Bank, "13912345678", CardWithX, " ", "-", "，", "电话", "8", "86", "\u200B", "x"];
        Prop.ForAll(Arb.From(Gen.Elements(parts).ListOf().Select(list => string.Concat(list))), (string text) =>
        {
            var masked = PersonalData.Mask(text, PersonalDataKinds.InQuestions);
            return masked.Length == text.Length && PersonalData.Mask(masked, PersonalDataKinds.InQuestions) == masked;
        }).QuickCheckThrowOnFailure();
    }

    private static PersonalDataKinds Kind(string number)
    {
        var finding = PersonalData.Find($"号码：{number}。", PersonalDataKinds.InQuestions).ShouldHaveSingleItem(number);
        return finding.Kind;
    }

    private static IReadOnlyList<PersonalDataFinding> Find(string text) => PersonalData.Find(text, PersonalDataKinds.InQuestions);

    private static string Mask(string text) => PersonalData.Mask(text, PersonalDataKinds.InQuestions);

    private static string Stars(int count) => new('*', count);

    private static string Grouped(string number, int size, string separator) =>
        string.Join(separator, number.Chunk(size).Select(group => new string(group)));

    private static IEnumerable<string> OtherLastDigits(string number) =>
        Enumerable.Range(0, 10).Select(digit => $"{number[..^1]}{digit}").Where(other => other != number);

    // ISO 7064 MOD 11-2 by Horner's rule: the whole number, check character included, is 1 modulo 11.
    private static string WithCheckCharacter(string first17)
    {
        var rest = first17.Aggregate(0, (sum, digit) => (sum + digit - '0') * 2 % 11);
        var check = (12 - rest) % 11;
        return first17 + (check == 10 ? "X" : $"{check}");
    }

    private static string WithLuhnDigit(string first) => Enumerable.Range(0, 10).Select(digit => $"{first}{digit}")
        .Single(number => number.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : "0246813579"[c - '0'] - '0').Sum() % 10 == 0);
}
