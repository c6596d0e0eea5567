using System.Text.Json.Serialization;
using WeChatBridge.Articles;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>What people decided and found about a publication after it was planned, in their own words; refused proposals included.</summary>
internal sealed record CaseDecisions(
    IReadOnlyList<CaseSettlement> Settlements,
    IReadOnlyList<CaseWithdrawal> Withdrawals,
    IReadOnlyList<CaseWebsiteSending> WebsiteSendings);

/// <summary>What a person found out about an unknown end (结果未知), and by what evidence.</summary>
internal sealed record CaseSettlement(long Id, SettledAs As, string Evidence, string By, DateTimeOffset At);

/// <summary>A taking back (撤稿): proposed by one person, decided by another, done or not.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Article">Which article, from 1; null for the whole message.</param>
/// <param name="Reason">Why it was proposed.</param>
/// <param name="State">How far it came.</param>
/// <param name="ProposedBy">Who proposed it, by sign-in name.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="DecidedBy">Who confirmed it or dropped it; empty while nobody has.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="EndedAt">When the platform had deleted it, or refused.</param>
/// <param name="Words">What the person was told.</param>
/// <param name="DeletedAt">When a person deleted it on the platform's website; left out where the platform was asked to.</param>
/// <param name="DeletedBy">Who did.</param>
internal sealed record CaseWithdrawal(
    long Id,
    int? Article,
    string Reason,
    WithdrawalState State,
    string ProposedBy,
    DateTimeOffset ProposedAt,
    string DecidedBy,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? EndedAt,
    string Words,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? DeletedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DeletedBy = null);

/// <summary>The draft was sent by hand on the platform's website, and somebody registered that.</summary>
internal sealed record CaseWebsiteSending(
    long Id, string Url, string Title, DateTimeOffset SentAt, SendingAct Act, string Reviewers, string RegisteredBy, DateTimeOffset RegisteredAt);

/// <summary>A version as it was submitted, with the reasons why what the checks found may stay.</summary>
internal sealed record CaseVersion(
    int Number, string ContentHash, long ReviewId, string SubmittedBy, DateTimeOffset SubmittedAt, IReadOnlyList<AnsweredFinding> Answers);

/// <summary>What an article corrects (更正) or clears up (澄清), and what corrected it afterwards.</summary>
/// <param name="Corrects">The article it corrects.</param>
/// <param name="CorrectedBy">Those that went out to correct it.</param>
/// <param name="Clarifies">The groups of unanswered questions it clears up, by their numbers; the words are citizens'.</param>
internal sealed record CaseLinks(CaseLinkedArticle? Corrects, IReadOnlyList<CaseLinkedArticle> CorrectedBy, IReadOnlyList<long> Clarifies);

/// <summary>Another article, and where it stands.</summary>
internal sealed record CaseLinkedArticle(string SubjectId, string Title, IReadOnlyList<string> Urls);

/// <summary>A picture as the platform was given it: as we hold it, or converted.</summary>
/// <param name="Use">Body or Cover; the platform keeps the two apart.</param>
/// <param name="Hash">The SHA-256 of the bytes we hold, or fetched.</param>
/// <param name="SentHash">The SHA-256 of the bytes that went out.</param>
/// <param name="Name">What the platform calls it: an address, or a media id.</param>
/// <param name="UploadedAt">When; it may have been for an earlier message.</param>
/// <param name="Path">Where in the archive the bytes we hold lie.</param>
/// <param name="SentPath">Where the bytes that went out lie.</param>
internal sealed record CasePicture(
    PictureUse Use, string Hash, string SentHash, string Name, DateTimeOffset UploadedAt, string Path, string SentPath);
