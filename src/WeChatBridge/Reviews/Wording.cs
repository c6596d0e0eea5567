using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Reviews;

/// <summary>
/// One version of something short that speaks officially (规则、同义词、联系方式、固定用语), as it was written: it is added and never changed,
/// so that what was examined is what is said.
/// </summary>
internal sealed class Wording
{
    private Wording()
    {
    }

    public long Id { get; private set; }

    public ReviewedKind Kind { get; private set; }

    public string AccountKey { get; private set; } = "";

    /// <summary>What it is a version of; the same through all versions.</summary>
    public string SubjectId { get; private set; } = "";

    /// <summary>1, 2, 3 … within its subject.</summary>
    public int Version { get; private set; }

    /// <summary>What reviewers see in their list.</summary>
    public string Title { get; private set; } = "";

    /// <summary>All that speaks, in the form its own folder reads.</summary>
    public string Content { get; private set; } = "";

    public string ContentHash { get; private set; } = "";

    /// <summary>The sign-in name of who wrote it.</summary>
    public string Author { get; private set; } = "";

    /// <summary>Who wrote the unexamined version it grew from, by sign-in name, joined by commas; they examine it as little.</summary>
    public string CoAuthors { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    public static Wording Of(NewWording wanted, int version, string author, IEnumerable<string> coAuthors, DateTimeOffset at) => new()
    {
        Kind = wanted.Kind,
        AccountKey = wanted.AccountKey,
        SubjectId = wanted.SubjectId,
        Version = version,
        Title = wanted.Title,
        Content = wanted.Content,
        ContentHash = wanted.ContentHash,
        Author = author,
        CoAuthors = string.Join(',', coAuthors),
        WrittenAt = at,
    };

    public ReviewedVersion ToReview() => new(Kind, AccountKey, SubjectId, ContentHash, Title, Author)
    {
        CoAuthors = CoAuthors.Split(',', StringSplitOptions.RemoveEmptyEntries),
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Wording>
    {
        public void Configure(EntityTypeBuilder<Wording> builder)
        {
            builder.ToTable("Wordings").HasKey(wording => wording.Id);
            builder.Property(wording => wording.AccountKey).HasMaxLength(40);
            builder.Property(wording => wording.SubjectId).HasMaxLength(100);
            builder.Property(wording => wording.ContentHash).HasMaxLength(64);
            builder.Property(wording => wording.Author).HasMaxLength(100);
            builder.HasIndex(wording => new { wording.Kind, wording.AccountKey, wording.SubjectId, wording.Version }).IsUnique();
            builder.HasIndex(wording => new { wording.Kind, wording.AccountKey, wording.SubjectId, wording.ContentHash }).IsUnique();
        }
    }
}

/// <summary>A version somebody wants to write.</summary>
internal sealed record NewWording(ReviewedKind Kind, string AccountKey, string SubjectId, string Title, string Content)
{
    /// <summary>Over everything that speaks; the kind, account and subject stand beside it in the review.</summary>
    public string ContentHash => StoredFile.HashOf(Encoding.UTF8.GetBytes(Content));
}
