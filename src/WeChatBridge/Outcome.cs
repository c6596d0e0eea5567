namespace WeChatBridge;

/// <summary>What came of something a person wanted: the value, or a Chinese sentence that says why not.</summary>
internal readonly record struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, string? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public string? Refusal { get; }

    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"There is no value: {Refusal}");

    public bool IsDone => Refusal is null;

    public static Outcome<T> Done(T value) => new(value, null);

    public static Outcome<T> Refused(string reason) => new(default, reason);

    public static implicit operator Outcome<T>(T value) => Done(value);
}
