using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Audit;

namespace WeChatBridge.Tests.Audit;

public sealed class AuditEntryPropertyTests
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 4, 12, 0, 0, TimeSpan.Zero);

    // Pieces that could be taken for what separates the fields.
    private static readonly Gen<string> Pieces =
        Gen.Elements("", "a", ",", "\"", "\\", "\",\"", "\\u0061", "]", "\n", "甲", "😀", "\0", "null");

    // The same pieces, dealt to the five fields in two ways: only the borders between the fields can tell the acts apart.
    private static readonly Gen<(AuditedAct One, AuditedAct Other)> PairsOfActs =
        from pieces in Pieces.ListOf(6)
        from cuts in Gen.Choose(0, 6).ListOf(4)
        from otherCuts in Gen.Choose(0, 6).ListOf(4)
        select (Deal(pieces, cuts), Deal(pieces, otherCuts));

    [Fact]
    public void No_two_different_acts_have_the_same_hash() => Prop.ForAll(PairsOfActs.ToArbitrary(), acts =>
        (acts.One == acts.Other) == (Enter(acts.One).Hash == Enter(acts.Other).Hash)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_hash_covers_the_time_and_the_entry_before()
    {
        var act = new AuditedAct("a", "b", "c", "d", "e");
        var first = Enter(act);

        AuditEntry.After(null, act, Noon.AddMilliseconds(1)).Hash.ShouldNotBe(first.Hash);
        AuditEntry.After(first, act, Noon).Hash.ShouldNotBe(first.Hash);
        AuditEntry.After(first, act, Noon).PreviousHash.ShouldBe(first.Hash);
    }

    [Fact]
    public void What_the_store_does_not_keep_of_an_instant_is_not_hashed() =>
        AuditEntry.After(null, new AuditedAct("a", "b", "c", "d", "e"), Noon.AddTicks(9)).At.ShouldBe(Noon);

    private static AuditedAct Deal(IEnumerable<string> pieces, IEnumerable<int> cuts)
    {
        int[] borders = [0, .. cuts.Order(), pieces.Count()];
        var fields = borders.Zip(borders[1..], (start, end) => string.Concat(pieces.Take(start..end))).ToList();
        return new AuditedAct(fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    private static AuditEntry Enter(AuditedAct act) => AuditEntry.After(null, act, Noon);
}
