namespace WeChatBridge.Storage;

/// <summary>Where the store lies (configuration section <c>Storage</c>).</summary>
internal sealed record StorageOptions
{
    public const string Section = "Storage";

    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>An ADO.NET connection string; a relative file path in it is relative to the caller's folder.</summary>
    public string ConnectionString { get; init; } = "Data Source=data/wechatbridge.db";
}

/// <summary>The databases a store can lie in.</summary>
internal enum StorageProvider
{
    Sqlite,
    Postgres,
}
