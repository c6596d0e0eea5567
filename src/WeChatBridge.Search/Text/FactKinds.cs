namespace WeChatBridge.Search.Text;

/// <summary>The kinds of fact a question asks for, or a sentence states; several are possible.</summary>
[Flags]
public enum FactKinds
{
    /// <summary>No fact.</summary>
    None = 0,

    /// <summary>A telephone number.</summary>
    Phone = 1,

    /// <summary>An e-mail address.</summary>
    EMail = 2,

    /// <summary>How the office is reached.</summary>
    Contact = Phone | EMail,

    /// <summary>A day, a time of day, a period or a time limit.</summary>
    Time = 4,

    /// <summary>A sum, a number, a share.</summary>
    Amount = 8,

    /// <summary>An address, a room, a counter.</summary>
    Place = 16,

    /// <summary>Who holds an office or is responsible.</summary>
    Person = 32,

    /// <summary>The papers to bring.</summary>
    Papers = 64,

    /// <summary>How something is done.</summary>
    Procedure = 128,

    /// <summary>Who is entitled, or what is allowed.</summary>
    Eligibility = 256,

    /// <summary>What a breach costs.</summary>
    Penalty = 512,
}
