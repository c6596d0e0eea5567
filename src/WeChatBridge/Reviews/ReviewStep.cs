using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Reviews;

/// <summary>What one person did in a review; it is added and never changed.</summary>
internal sealed class ReviewStep
{
    private ReviewStep()
    {
    }

    public long Id { get; private set; }

    public long ReviewId { get; private set; }

    /// <summary>Its place in the whole review, from 0.</summary>
    public int Ordinal { get; private set; }

    /// <summary>A version that is submitted again is examined again, by everybody: each time is a round.</summary>
    public int Round { get; private set; }

    public ReviewStepKind Kind { get; private set; }

    public ReviewVerdict Verdict { get; private set; }

    /// <summary>The sign-in name of who did it.</summary>
    public string By { get; private set; } = "";

    /// <summary>For whom they stood in (代); empty for one's own right.</summary>
    public string OnBehalfOf { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>It decided what a reviewer had sent up (上报).</summary>
    public bool FromAbove { get; private set; }

    /// <summary>They state that they have seen the secrecy check made before.</summary>
    public bool SawSecrecyCheck { get; private set; }

    /// <summary>The secrecy check made with this step, item by item.</summary>
    public IReadOnlyList<SecrecyAnswer> Secrecy { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    public static ReviewStep Of(ReviewStepPlace place, ReviewVerdict verdict, Reviewer by, ReviewWords words, DateTimeOffset at) => new()
    {
        Ordinal = place.Ordinal,
        Round = place.Round,
        Kind = place.Kind,
        FromAbove = place.FromAbove,
        Verdict = verdict,
        By = by.Name,
        OnBehalfOf = by.OnBehalfOf,
        Reason = words.Reason,
        SawSecrecyCheck = words.SawSecrecyCheck,
        Secrecy = words.Secrecy?.Answers ?? [],
        At = at,
    };

    /// <summary>The step as it can be handed out and proved.</summary>
    public StepFacts Facts() => new(Round, Kind, Verdict, By, OnBehalfOf, At, Reason, FromAbove, SawSecrecyCheck, Secrecy);

    internal sealed class Mapping : IEntityTypeConfiguration<ReviewStep>
    {
        public void Configure(EntityTypeBuilder<ReviewStep> builder)
        {
            builder.ToTable("ReviewSteps").HasKey(step => step.Id);
            builder.Property(step => step.By).HasMaxLength(100);
            builder.Property(step => step.OnBehalfOf).HasMaxLength(100);
            // Two people who both saw the same state cannot both add the next step.
            builder.HasIndex(step => new { step.ReviewId, step.Ordinal }).IsUnique();
            builder.Property(step => step.Secrecy).HasConversion(
                answers => JsonSerializer.Serialize(answers, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<List<SecrecyAnswer>>(json, JsonSerializerOptions.Default) ?? new List<SecrecyAnswer>(),
                new ValueComparer<IReadOnlyList<SecrecyAnswer>>(
                    (left, right) => left!.SequenceEqual(right!),
                    answers => answers.Aggregate(0, HashCode.Combine),
                    answers => answers.ToList()));
        }
    }
}

/// <summary>Where in a review a step stands.</summary>
internal sealed record ReviewStepPlace(int Ordinal, int Round, ReviewStepKind Kind, bool FromAbove);

/// <summary>What a person found.</summary>
internal enum ReviewVerdict
{
    /// <summary>The author's own signature.</summary>
    Signed,
    Approved,
    Returned,
    Rejected,

    /// <summary>上报: they cannot decide.</summary>
    SentUp,
    Withdrawn,
}

/// <summary>Who examines, with what they may do for the account of the review.</summary>
/// <param name="Name">Their sign-in name.</param>
/// <param name="OnBehalfOf">For whom they stand in; empty for their own right.</param>
/// <param name="Permissions">Their own, or those of the person they stand in for.</param>
internal sealed record Reviewer(string Name, string OnBehalfOf, IReadOnlySet<Staff.Permission> Permissions);

/// <summary>What a person says with a verdict.</summary>
internal sealed record ReviewWords(string Reason = "", SecrecyCheck? Secrecy = null, bool SawSecrecyCheck = false);
