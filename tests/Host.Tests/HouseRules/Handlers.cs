using SlrtBot.Core.Kernel;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>What handlers of events may not ask, since the event says it (docs/events.md).</summary>
internal static class Handlers
{
    public static IEnumerable<string> ThatAskTheClock(IEnumerable<Type> types) => types
        .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEventHandler<>)))
        .Where(t => t.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(TimeProvider)))
        .Select(t => t.Name);

    public static IEnumerable<string> ThatAskTheTracker(SourceFile file) =>
        file.Text.Contains(": IEventHandler<", StringComparison.Ordinal) && file.Text.Contains("ChangeTracker", StringComparison.Ordinal)
            ? [file.Path]
            : [];
}
