namespace WeChatBridge.Reviews;

/// <summary>Reviews, wired.</summary>
internal static class ReviewsSetup
{
    /// <exception cref="ConfigurationRefusedException">A plan does not hold what a review must.</exception>
    public static IServiceCollection AddReviews(this IServiceCollection services, ReviewOptions options) => services
        .AddSingleton(new ReviewPlans(options))
        .AddSingleton<ReviewDesk>()
        .AddSingleton<VerdictDesk>()
        .AddSingleton<WordingLog>()
        .AddSingleton<DelegationDesk>()
        .AddSingleton<ReviewFinder>()
        .AddSingleton<StaffingFinder>();
}
