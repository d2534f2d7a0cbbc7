namespace SlrtBot.Core.Kernel;

/// <summary>A setting is missing or wrong: the program does not start, and says which key and how to mend it.</summary>
/// <param name="key">As an environment variable: <c>Telegram__WebhookSecret</c>.</param>
public sealed class OptionsException(string key, string fix) : Exception($"{key}: {fix}.")
{
    public string Key { get; } = key;
}
