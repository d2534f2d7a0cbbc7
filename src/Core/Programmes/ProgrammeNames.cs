using System.Collections.Frozen;

namespace SlrtBot.Core.Programmes;

/// <summary>What the programmes that come with the program are called in a chat. Names are not translated.</summary>
public sealed class ProgrammeNames
{
    private readonly FrozenDictionary<string, string> _shortByCode =
        AddProgrammes.Listed().Where(p => p.ShortName is not null).ToFrozenDictionary(p => p.Code, p => p.ShortName!);

    /// <returns>At most 24 characters; null for a programme that staff have added themselves.</returns>
    public string? ShortOf(string code) => _shortByCode.GetValueOrDefault(code);
}
