using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Vanished;

namespace SlrtBot.Console.Pages.Registry;

/// <summary>Which lists of the poverty data are here, and of which day; and, for whoever brings them in, those on their way.</summary>
[Permits(Permission.LookUpRegistry)]
public sealed class ListRegistryPage(RegistryQueries registry, ImportQueries imports, RecheckQueries rechecks, VanishedQueries vanished, Viewer viewer) : PageModel
{
    public IReadOnlyList<SnapshotLine> Lists { get; private set; } = [];

    /// <summary>Newest first; none for who does not bring lists in.</summary>
    public IReadOnlyList<ImportSheet> Runs { get; private set; } = [];

    /// <summary>What new lists changed and waits; null for who does not analyse.</summary>
    public int? Changes { get; private set; }

    /// <summary>Families that new lists no longer have, and nobody has looked into.</summary>
    public int Vanished { get; private set; }

    public bool MayImport => viewer.May(Permission.ImportRegistry);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Lists = await registry.ListAsync(viewer.Scope, cancellationToken);
        Changes = viewer.May(Permission.AnalyseComplaints) ? await rechecks.CountAsync(viewer.Scope, cancellationToken) : null;
        Vanished = await vanished.CountAsync(viewer.Scope, cancellationToken);
        Runs = MayImport ? await imports.ListAsync(ImportKind.Registry, viewer.Scope, cancellationToken) : [];
    }
}
