using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SlrtBot.Host.Tests.HouseRules.Rooms;

/// <param name="Where">File and line.</param>
/// <param name="Type">The outermost type; of a member the one that it stands in.</param>
/// <param name="DeclaredIn">The file among those that were read; null for a type of a library.</param>
internal sealed record NamedType(string File, string Where, string Type, string? DeclaredIn);

/// <summary>
/// Which types the files of one project name, as the compiler understands them: also by an alias, <c>using static</c>, a
/// global using, a whole name, a name from the namespace above, <c>var</c>, <c>new()</c>, a constant (which the compiled
/// program no longer shows), or in a comment's <c>cref</c>.
/// </summary>
internal static class NamedTypes
{
    /// <summary>What the SDK's implicit usings say; without them half of the names would be unknown.</summary>
    private const string Implicit = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <param name="files">The C# files of one project.</param>
    /// <param name="libraries">Paths of the compiled assemblies that it uses.</param>
    public static IReadOnlyList<NamedType> In(IEnumerable<SourceFile> files, IEnumerable<string> libraries)
    {
        var trees = files.Select(f => CSharpSyntaxTree.ParseText(f.Text, Parsing, f.Path)).ToList();
        var compilation = CSharpCompilation.Create(
            "Rooms", [.. trees, CSharpSyntaxTree.ParseText(Implicit, Parsing)], libraries.Select(l => MetadataReference.CreateFromFile(l)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: true));
        var names = new ConcurrentDictionary<INamedTypeSymbol, string>(SymbolEqualityComparer.Default);
        return [.. trees.AsParallel().AsOrdered().SelectMany(tree => In(compilation.GetSemanticModel(tree), names))];
    }

    private static IEnumerable<NamedType> In(SemanticModel model, ConcurrentDictionary<INamedTypeSymbol, string> names) =>
        from node in model.SyntaxTree.GetRoot().DescendantNodes(descendIntoTrivia: true)
        where node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax
        from type in Named(model.GetSymbolInfo(node))
        let line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1
        let declared = type.DeclaringSyntaxReferences is [var first, ..] ? first.SyntaxTree.FilePath : null
        select new NamedType(model.SyntaxTree.FilePath, $"{model.SyntaxTree.FilePath}:{line}", names.GetOrAdd(type, t => t.ToDisplayString()), declared);

    private static IEnumerable<INamedTypeSymbol> Named(SymbolInfo info)
    {
        IEnumerable<ISymbol> symbols = info.Symbol is { } only ? [only] : info.CandidateSymbols;
        return symbols.Select(TypeOf).OfType<INamedTypeSymbol>().Select(Outermost);
    }

    private static INamedTypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.OriginalDefinition,
        IMethodSymbol { ReducedFrom: { } whole } => whole.ContainingType,
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType?.OriginalDefinition,
        _ => null,
    };

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
