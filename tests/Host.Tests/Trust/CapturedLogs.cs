using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// Everything that anything in the process would log, from Trace on and whatever the program's own filters say: the
/// text, the values behind it, the scopes around it, and exceptions with all that lies in them.
/// </summary>
[ProviderAlias("Captured")]
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new CapturedLogger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <summary>Keeps what a test saw otherwise, such as an address that was asked for.</summary>
    public void Add(string line) => _lines.Enqueue(line);

    public void Dispose()
    {
    }

    private sealed class CapturedLogger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder($"{logLevel} {category}[{eventId.Id}] {formatter(state, exception)}");
            Write(line, state);
            logs._scopes.ForEachScope((scope, into) => Write(into, scope), line);
            if (exception is not null)
            {
                line.Append(' ').Append(exception);
            }

            logs._lines.Enqueue(line.ToString());
        }

        private static void Write(StringBuilder line, object? state)
        {
            line.Append(" | ").Append(state);
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                foreach (var (name, value) in values)
                {
                    line.Append(' ').Append(name).Append('=').Append(value);
                }
            }
        }
    }
}
