namespace SlrtBot.Core.Imports;

/// <summary>The kinds of lists that this program brings in.</summary>
public sealed class ImportKinds(IEnumerable<ListImport> all)
{
    private readonly Dictionary<ImportKind, ListImport> _all = all.ToDictionary(i => i.Kind);

    public ListImport Of(ImportKind kind) => _all[kind];
}
