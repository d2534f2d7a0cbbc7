using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Audit;

/// <summary>Somebody is about to be shown something.</summary>
public sealed class RecordView(AuditTrail audit)
{
    public Task<Outcome<Done>> DoAsync(View view, Provenance by, CancellationToken cancellationToken)
    {
        audit.Record(by, view.Verb, view.SubjectType, view.SubjectId);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
