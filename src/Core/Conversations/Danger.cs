namespace SlrtBot.Core.Conversations;

/// <summary>How it stands since words of an emergency were heard in a chat.</summary>
public enum Danger
{
    /// <summary>The person was asked whether it is safe to go on; nothing else goes on meanwhile.</summary>
    Asked,

    /// <summary>It is not safe: nothing is sent there that nobody asked for, until the person comes back.</summary>
    Unsafe,

    /// <summary>It is safe to go on here; officers look after it all the same.</summary>
    Safe,

    /// <summary>It was no emergency, says the person.</summary>
    FalseAlarm,
}
