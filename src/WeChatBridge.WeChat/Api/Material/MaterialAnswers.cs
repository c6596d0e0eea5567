using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Json;
using WeChatBridge.WeChat.Api.Media;

namespace WeChatBridge.WeChat.Api.Material;

/// <summary>A permanent material was made.</summary>
/// <param name="MediaId">Names it, for ever.</param>
/// <param name="Url">For pictures: the address, which works on the platform's own pages only.</param>
public sealed record MaterialAdded(string MediaId, string? Url = null);

/// <summary>How many permanent materials there are; at most 100,000 pictures and 1,000 of each other kind.</summary>
/// <param name="ImageCount">Pictures.</param>
/// <param name="NewsCount">Articles (legacy 图文素材).</param>
/// <param name="VoiceCount">Sounds.</param>
/// <param name="VideoCount">Videos.</param>
public sealed record MaterialCount(int ImageCount = 0, int NewsCount = 0, int VoiceCount = 0, int VideoCount = 0);

/// <summary>One page of the list of materials.</summary>
/// <param name="TotalCount">Materials of this kind.</param>
/// <param name="ItemCount">Materials on this page.</param>
public sealed record MaterialPage(int TotalCount = 0, int ItemCount = 0)
{
    /// <summary>The materials, newest first.</summary>
    [AllowNull]
    public IReadOnlyList<ListedMaterial> Item { get; init => field = value ?? []; } = [];
}

/// <summary>One material in the list.</summary>
/// <param name="MediaId">Names it.</param>
/// <param name="Name">File name; not for articles.</param>
/// <param name="Url">Address of a picture.</param>
/// <param name="Content">For articles.</param>
public sealed record ListedMaterial(string MediaId, string? Name = null, string? Url = null, NewsContent? Content = null)
{
    /// <summary>Last change.</summary>
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTimeOffset UpdateTime { get; init; }
}

/// <summary>A permanent material: a file, or, for videos and articles, a description of it.</summary>
/// <param name="File">Picture or sound.</param>
/// <param name="Video">Where the video can be fetched.</param>
/// <param name="News">Articles.</param>
public sealed record PermanentMaterial(DownloadedFile? File = null, MaterialVideo? Video = null, NewsContent? News = null)
{
    internal static PermanentMaterial Read(ApiAnswer answer)
    {
        if (!answer.LooksLikeJson)
        {
            return new PermanentMaterial(new DownloadedFile(answer.ContentType, answer.FileName, answer.Body));
        }

        var news = WireJson.Read<NewsContent>(answer.Body.Span);
        return news.NewsItem.Count > 0
            ? new PermanentMaterial(News: news)
            : new PermanentMaterial(Video: WireJson.Read<MaterialVideo>(answer.Body.Span));
    }
}

/// <summary>A permanent video.</summary>
/// <param name="DownUrl">Where it can be fetched for a short time.</param>
/// <param name="Title">标题.</param>
/// <param name="Description">描述.</param>
public sealed record MaterialVideo(string DownUrl, string? Title = null, string? Description = null);

internal sealed record MaterialListRequest(string Type, int Offset, int Count);

internal sealed record VideoDescription(string Title, string Introduction);
