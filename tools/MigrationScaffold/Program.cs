using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

// Writes the next migration of both providers: dotnet run --project tools/MigrationScaffold -- NameOfTheMigration
if (args is not [var name])
{
    Console.Error.WriteLine("Usage: dotnet run --project tools/MigrationScaffold -- NameOfTheMigration");
    return 1;
}

var product = System.Reflection.Assembly.Load("WeChatBridge");
var project = Path.GetFullPath("src/WeChatBridge");
Scaffold("Sqlite", builder => builder.UseSqlite("Data Source=unused.db"));
Scaffold("Postgres", builder => builder.UseNpgsql("Host=unused"));
return 0;

void Scaffold(string provider, Action<DbContextOptionsBuilder> use)
{
    var contextType = product.GetType($"WeChatBridge.Storage.{provider}BridgeContext", throwOnError: true)!;
    var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(contextType))!;
    use(builder);
    using var context = (DbContext)Activator.CreateInstance(contextType, builder.Options)!;

    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001
    if (provider == "Sqlite")
    {
        new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
    }
    else
    {
        new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
    }
#pragma warning restore EF1001
    using var provided = services.BuildServiceProvider();
    var scaffolder = provided.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "WeChatBridge", $"Storage.Migrations.{provider}");
    var files = scaffolder.Save(project, migration, Path.Combine(project, "Storage", "Migrations", provider), dryRun: false);
    foreach (var file in new[] { files.MigrationFile, files.MetadataFile, files.SnapshotFile })
    {
        // The house writes LF and no byte order mark, wherever the scaffolder ran.
        File.WriteAllText(file!, File.ReadAllText(file!).ReplaceLineEndings("\n"), new UTF8Encoding(false));
        Console.WriteLine(Path.GetRelativePath(".", file!));
    }
}
