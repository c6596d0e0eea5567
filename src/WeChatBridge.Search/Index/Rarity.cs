namespace WeChatBridge.Search.Index;

/// <summary>How much finding a term says: the inverse document frequency of BM25, never negative.</summary>
internal static class Rarity
{
    public static double Of(int holding, int all) => Math.Log(1 + ((all - Math.Min(holding, all) + 0.5) / (holding + 0.5)));
}
