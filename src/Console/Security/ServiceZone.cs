namespace SlrtBot.Console.Security;

/// <summary>The zone in which the console writes its times: <c>Slrt__TimeZone</c>, Asia/Jakarta by default.</summary>
public sealed record ServiceZone(TimeZoneInfo Zone);
