using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Api.Publishing;

/// <summary>Everything an account published without pushing it (发布), and how the next publications will end.</summary>
public sealed class Publications
{
    private readonly PlatformAccount _account;
    private readonly PlatformJobs _jobs;
    private readonly DraftBox _drafts;
    private readonly MessageNumbers _numbers;
    private readonly Lock _gate;
    private readonly Queue<(PublishStatus Status, int[] FailedIndexes)> _endings = [];
    private ImmutableList<Publication> _all = [];

    internal Publications(PlatformAccount account, PlatformJobs jobs, DraftBox drafts, MessageNumbers numbers, Lock gate)
    {
        _account = account;
        _jobs = jobs;
        _drafts = drafts;
        _numbers = numbers;
        _gate = gate;
    }

    /// <summary>How long checks and publishing take from the submission on.</summary>
    public TimeSpan Duration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The event's name: the official page's, or FREEPUBLISHJOBFINISH, which SDKs report to have seen.</summary>
    public string EventName { get; set; } = "PUBLISHJOBFINISH";

    /// <summary>All, in the order they were submitted.</summary>
    public IReadOnlyList<Publication> All => _all;

    public Publication? Find(string publishId) => _all.Find(publication => publication.PublishId == publishId);

    public Publication? FindArticle(string articleId) =>
        articleId.Length == 0 ? null : _all.Find(publication => publication.ArticleId == articleId);

    /// <summary>Decides how the next submission ends; several decisions wait in line, without one it succeeds.</summary>
    /// <param name="status">Any final status.</param>
    /// <param name="failedIndexes">The articles at fault, counted from 1.</param>
    public void EndNextWith(PublishStatus status, params int[] failedIndexes)
    {
        lock (_gate)
        {
            _endings.Enqueue((status, failedIndexes));
        }
    }

    /// <summary>Takes a published article away again, as the platform does when it finds it unlawful; no event tells of it.</summary>
    public void Ban(string publishId)
    {
        lock (_gate)
        {
            var publication = Find(publishId) is { Status: PublishStatus.Success } found
                ? found
                : throw new ArgumentException($"Nothing was published as {publishId}.", nameof(publishId));
            _all = _all.Replace(publication, publication with { Status = PublishStatus.Banned });
        }
    }

    internal Publication Submit(Draft draft)
    {
        var publication = new Publication
        {
            PublishId = (2_247_480_000L + _all.Count + 1).ToString(CultureInfo.InvariantCulture),
            MessageDataId = _numbers.Next(),
            DraftMediaId = draft.MediaId,
            Articles = draft.Articles,
            SubmittedAt = _account.Platform.Clock.GetUtcNow(),
        };
        _all = _all.Add(publication);
        _jobs.After(Duration, () => Finish(publication));
        return publication;
    }

    /// <param name="publication">One that has an article id.</param>
    /// <param name="index">1 for the first article, 0 for all of them.</param>
    internal bool Delete(Publication publication, int index)
    {
        if (DeletedArticles.With(publication.DeletedIndexes, index, publication.Articles.Count) is not { } gone)
        {
            return false;
        }

        var deleted = publication with { DeletedIndexes = gone };
        _all = _all.Replace(publication, deleted.IsPublic ? deleted : deleted with { Status = PublishStatus.AllDeleted });
        return true;
    }

    private CallbackMessage Finish(Publication publication)
    {
        var (status, failed) = _endings.TryDequeue(out var ending) ? ending : (PublishStatus.Success, []);
        var finished = publication with { Status = status, FailedIndexes = failed, FinishedAt = _account.Platform.Clock.GetUtcNow() };
        if (status is PublishStatus.Success or PublishStatus.Banned)
        {
            _drafts.Remove(publication.DraftMediaId);
            var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
            finished = finished with { ArticleId = secret.Replace('+', '-').Replace('/', '_') };
        }

        _all = _all.Replace(publication, finished);
        return CallbackMessage.Event(_account, PlatformSender.OpenId, EventName, EventInfo(finished));
    }

    private static XElement EventInfo(Publication publication)
    {
        var info = new XElement(
            "PublishEventInfo",
            new XElement("publish_id", publication.PublishId),
            WireXml.Number("publish_status", (int)publication.Status));
        if (publication.ArticleId.Length > 0)
        {
            info.Add(WireXml.Text("article_id", publication.ArticleId), Addresses(publication));
        }

        info.Add(publication.FailedIndexes.Select(index => WireXml.Number("fail_idx", index)));
        return info;
    }

    private static XElement Addresses(Publication publication) => new(
        "article_detail",
        WireXml.Number("count", publication.Articles.Count),
        publication.Articles.Select((_, i) => new XElement(
            "item",
            WireXml.Number("idx", i + 1),
            WireXml.Text("article_url", publication.Url(i)))));
}
