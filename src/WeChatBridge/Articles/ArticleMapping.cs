using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WeChatBridge.Reviews;
using WeChatBridge.Storage;

namespace WeChatBridge.Articles;

/// <summary>How articles, their files and their versions lie in the store, and what the database itself does not let happen.</summary>
internal sealed class ArticleMapping
    : IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleFile>, IEntityTypeConfiguration<ArticleVersion>
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("Articles").HasKey(article => article.Id);
        builder.Property(article => article.AccountKey).HasMaxLength(40);
        builder.Property(article => article.SubmittedHash).HasMaxLength(64);
        builder.Property(article => article.ChangedBy).HasMaxLength(100);
        builder.Property(article => article.Content).HasConversion(AsJson<ArticleContent>(), Replaced<ArticleContent>());
        builder.Property(article => article.Writers).HasConversion(AsJson<IReadOnlyList<string>>(), Replaced<IReadOnlyList<string>>());
        builder.Property(article => article.ClarifiesQuestions)
            .HasConversion(AsJson<IReadOnlyList<long>>(), Replaced<IReadOnlyList<long>>());
        builder.Property(article => article.Revision).IsConcurrencyToken();
        builder.Ignore(article => article.Draft).Ignore(article => article.SubjectId).Ignore(article => article.Links);
        builder.HasMany(article => article.Files).WithOne().HasForeignKey(file => file.ArticleId).IsRequired();
        builder.HasOne<Article>().WithMany().HasForeignKey(article => article.CorrectsArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(article => new { article.AccountKey, article.State });
    }

    public void Configure(EntityTypeBuilder<ArticleFile> builder)
    {
        builder.ToTable("ArticleFiles").HasKey(file => new { file.ArticleId, file.FileHash });
        builder.Property(file => file.FileHash).HasMaxLength(64);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.FileHash).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ArticleVersion> builder)
    {
        builder.ToTable("ArticleVersions").HasKey(version => version.Id);
        builder.Property(version => version.ContentHash).HasMaxLength(64);
        builder.Property(version => version.SubmittedBy).HasMaxLength(100);
        builder.Property(version => version.Answers)
            .HasConversion(AsJson<IReadOnlyList<AnsweredFinding>>(), Replaced<IReadOnlyList<AnsweredFinding>>());
        builder.HasOne<Article>().WithMany().HasForeignKey(version => version.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(version => version.ContentHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Review>().WithMany().HasForeignKey(version => version.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(version => new { version.ArticleId, version.ContentHash }).IsUnique();
        builder.HasIndex(version => new { version.ArticleId, version.Number }).IsUnique();
    }

    private static ValueConverter<T, string> AsJson<T>()
        where T : class => new(
        value => JsonSerializer.Serialize(value, Json),
        json => JsonSerializer.Deserialize<T>(json, Json)!);

    // Replaced as a whole and never changed in place, so that nobody need compare a megabyte of text.
    private static ValueComparer<T> Replaced<T>()
        where T : class => new(
        (left, right) => ReferenceEquals(left, right),
        value => RuntimeHelpers.GetHashCode(value),
        value => value);
}
