using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Imports;

/// <param name="FileName">As it was called where it came from.</param>
public sealed record StartImportInput(KeptList List, ImportKind Kind, string RegencyCode, string FileName);

/// <summary>A file was taken in: its headings are read, and its columns named as far as they are known.</summary>
public sealed class StartImport(SlrtDbContext db, SameList same, ImportFiles files, ImportKinds kinds, FieldCipher cipher, BlindIndex blind, AuditTrail audit)
{
    private const string Content = "import_content";
    private const int LongestName = 120;

    /// <returns>Refused where it is no list, or the same file is on its way or in already (<c>import_same_file</c>).</returns>
    public async Task<Outcome<ImportRun>> DoAsync(StartImportInput input, StaffScope? actor, Provenance by, CancellationToken cancellationToken)
    {
        var kind = kinds.Of(input.Kind);
        if (actor?.MayIn(kind.Permission, input.RegencyCode) == false || AreaCode.RegencyOf(input.RegencyCode) != input.RegencyCode)
        {
            return Refusal.Forbidden();
        }

        var content = blind.Of(Content, Convert.ToHexString(input.List.Sha256));
        if (await same.FindAsync(input.Kind, input.RegencyCode, content, input.List.Id, cancellationToken) is { } before)
        {
            // Sent twice by a double press: the columns of the first one are asked.
            return before.State == ImportState.Uploaded && before.StartedBy == by.ActorId.GetValueOrDefault() ? before : SameList.Refused;
        }

        Headings headings;
        try
        {
            using var file = files.Open(input.List.Id);
            if (input.List.Format == ImportFormat.Xlsx)
            {
                XlsxCheck.Look(file, cancellationToken);
            }

            headings = ImportList.FindHeadings(file, input.List.Format, kind.Columns);
        }
        catch (UnreadableListException unreadable)
        {
            return unreadable.Refusal;
        }

        var run = new ImportRun
        {
            Id = input.List.Id,
            Kind = input.Kind,
            RegencyCode = input.RegencyCode,
            FileName = cipher.Seal(NameOf(input.FileName), ImportRun.Table, input.List.Id, "file_name"),
            Format = input.List.Format,
            Size = input.List.Size,
            ContentIndex = content,
            State = ImportState.Uploaded,
            HeaderRow = headings.Row,
            StartedBy = by.ActorId.GetValueOrDefault(),
            StartedAt = by.At,
            ChangedAt = by.At,
        };
        run.Name(headings.Known);
        db.Add(run);
        audit.Record(by, "import.started", "import", run.Id, new { kind = Codes.Of(run.Kind), area = run.RegencyCode, size = run.Size });
        return run;
    }

    private static string NameOf(string fileName)
    {
        var name = Language.TextFolding.CleanLine(Path.GetFileName(fileName.Replace('\\', '/')));
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
