namespace WeChatBridge.Search.Excerpts;

/// <summary>One contiguous passage of a section's text.</summary>
/// <param name="Text">The passage.</param>
/// <param name="Start">Where it begins in the section's whole text, in characters.</param>
/// <param name="Length">How long it is.</param>
/// <param name="IsWholeSection">True when nothing stands before or after it.</param>
public sealed record Excerpt(string Text, int Start, int Length, bool IsWholeSection);
