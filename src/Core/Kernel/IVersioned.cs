namespace SlrtBot.Core.Kernel;

/// <summary>A row whose version grows by one with every save; a save against an older version is refused.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
