using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

/// <summary>What the nightly deletion of unused files spares is what a foreign key names: a hash without one loses its file.</summary>
public sealed class FileReferencesTests
{
    // Hashes of words, of rows and of secrets: no file of the store has them as its name.
    private static readonly string[] NoFiles =
    [
        "AuditEntry.Hash", "AuditEntry.PreviousHash", "BindingCode.Hash", "ClaimToken.Hash", "Review.ContentHash", "Wording.ContentHash",
        "ReportVersion.ContentHash", "Article.SubmittedHash", "StaffMember.PasswordHash",
    ];

    [Fact]
    public void Every_hash_in_the_store_refers_to_its_file_or_is_known_to_name_none()
    {
        var options = new DbContextOptionsBuilder<SqliteBridgeContext>().UseSqlite("Data Source=:memory:").Options;
        using var context = new SqliteBridgeContext(options);
        var hashes = context.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.Name.EndsWith("Hash", StringComparison.Ordinal))
            .Where(property => property.DeclaringType.ClrType != typeof(StoredFile)).ToList();

        hashes.Where(property => !RefersToFile(property)).Select(NameOf).Order().ShouldBe(NoFiles.Order());
        hashes.Select(NameOf).ShouldContain("InboxPart.FileHash");
    }

    private static bool RefersToFile(IProperty property) =>
        property.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(StoredFile));

    private static string NameOf(IProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.Name}";
}
