using System.Globalization;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

internal static class VerifyData
{
    public static Verb Verb { get; } = new(
        "verify", VerbKind.Reads, "Check the database: integrity, foreign keys, the audit's chain, and that no message got lost.", RunAsync)
    {
        Options = [VerbCall.Json],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var audit = await call.Services.GetRequiredService<VerifyAudit>().RunAsync(cancellationToken);
        List<Finding> findings =
        [
            .. await call.Services.GetRequiredService<VerifyStorage>().RunAsync(cancellationToken),
            .. Of(audit),
            .. await call.Services.GetRequiredService<VerifyMessages>().RunAsync(cancellationToken),
        ];
        var table = new Table("check", "result", "found", "of", "example");
        foreach (var finding in findings)
        {
            table.Add(
                finding.Check,
                finding.Count == 0 ? "ok" : finding.IsFault ? "fault" : "note",
                finding.Count.ToString(CultureInfo.InvariantCulture),
                finding.Of.ToString(CultureInfo.InvariantCulture),
                finding.Example ?? "");
        }

        await call.Out.WriteLineAsync(call.AsJson ? table.ToJson() : table.ToText());
        return findings.Exists(f => f is { IsFault: true, Count: > 0 }) ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Every act that was touched is a line of its own.</summary>
    private static IEnumerable<Finding> Of(AuditReport audit) => audit.Faults.Count == 0
        ? [new Finding("audit_chain", 0, $"in {audit.Seals} seals; {audit.Unsealed} acts not yet sealed", Of: audit.Acts)]
        : audit.Faults.Select(f => new Finding($"audit_{Codes.Of(f.Damage)}", 1, $"{f.ActId?.ToString() ?? "no act"} in seal {f.Seal}"));
}
