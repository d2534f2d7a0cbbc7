using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Products;

/// <summary>Writes down what a row of the workflow demands, together with the move, and finds what was written down before it.</summary>
public sealed class StepProducts(SlrtDbContext db, AreaCatalogue areas, FieldCipher cipher, AuditTrail audit)
{
    /// <param name="entered">All that was entered with the move; what the row does not ask for is left aside.</param>
    /// <returns>What the row demands, to be kept once the move is taken, and what is wrong in it, by its field.</returns>
    internal async Task<DemandedProducts> GiveAsync(
        Complaint complaint, Move<ComplaintStatus> row, IReadOnlyDictionary<string, string> entered, StaffScope actor, Given given, CancellationToken cancellationToken)
    {
        var problems = new List<Refusal>();
        var made = new List<Product>();
        foreach (var kind in row.Requires.Select(ComplaintWorkflow.ProductOf).OfType<ProductKind>())
        {
            if (kind == ProductKind.Analysis)
            {
                given = given.With(ComplaintWorkflow.Analysis, await LastAnalysisAsync(complaint.Id, cancellationToken) is { } analysis ? $"{analysis}" : null);
                continue;
            }

            var input = ProductInput.From(kind, entered);
            problems.AddRange(input.Problems(LocalDay.Of(given.By.At, areas.ZoneOf(complaint.VillageCode))));
            var into = kind == ProductKind.Merging ? await IntoAsync(complaint, input, actor, problems, cancellationToken) : null;
            var id = SequentialId.Next(given.By.At);
            given = given.With(Codes.Of(kind), $"{id}");
            if (given[ComplaintWorkflow.Message] is { } message && input.Told is { } told)
            {
                given = given.With(ComplaintWorkflow.Message, $"{message}\n\n{told}");
            }

            if (problems.Count == 0)
            {
                made.Add(Product.Of(complaint, id, input, actor.StaffId, given.By.At, cipher, into));
            }
        }

        return new DemandedProducts(given, made, problems);
    }

    internal void Keep(DemandedProducts products)
    {
        foreach (var product in products.Made)
        {
            Keep(product, products.Given.By);
        }
    }

    internal void Keep(Product product, Provenance by)
    {
        db.Add(product);
        audit.Record(
            by, "product.written", "product", product.Id,
            new { complaint = product.ComplaintId, kind = Codes.Of(product.Kind), result = product.Result, into = product.IntoId });
    }

    /// <summary>The newest since the complaint was opened, or opened again: what was found out before that is history.</summary>
    internal async Task<Guid?> LastAnalysisAsync(Guid complaintId, CancellationToken cancellationToken)
    {
        var reopened = await db.ComplaintMoves.Where(m => m.ComplaintId == complaintId && ComplaintWorkflow.BeginningPromise.Contains(m.Verb))
            .OrderByDescending(m => m.Id).Select(m => (DateTime?)m.At).FirstOrDefaultAsync(cancellationToken);
        return await db.Products.Where(p => p.ComplaintId == complaintId && p.Kind == ProductKind.Analysis && (reopened == null || p.MadeAt >= reopened))
            .OrderByDescending(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<Guid?> IntoAsync(Complaint complaint, ProductInput input, StaffScope actor, List<Refusal> problems, CancellationToken cancellationToken)
    {
        if (input[ProductFields.Into] is not { } typed)
        {
            return null;
        }

        var into = ReferenceCode.TryParse(typed, out var reference)
            ? await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Reference == reference, cancellationToken)
            : null;
        if (into is null || into.Id == complaint.Id || into.Status == ComplaintStatus.Merged)
        {
            problems.Add(new Refusal(into is null ? "no_such_complaint" : into.Id == complaint.Id ? "merged_with_itself" : "merged_already", ProductFields.Into));
            return null;
        }

        return into.Id;
    }
}

/// <param name="Given">With the id of each product that is there, and what the resident reads of it.</param>
/// <param name="Made">Those that are new.</param>
internal sealed record DemandedProducts(Given Given, IReadOnlyList<Product> Made, IReadOnlyList<Refusal> Problems);
