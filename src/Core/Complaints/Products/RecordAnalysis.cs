using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Products;

/// <param name="ProductId">Made with the form, so that a double press writes one.</param>
public sealed record RecordAnalysisInput(Guid ProductId, Guid ComplaintId, IReadOnlyDictionary<string, string> Values);

/// <summary>
/// Review and analysis writes down what the poverty data say about the person, and which needs there are. It takes its time, so it
/// is no part of a move; whatever leaves review afterwards demands it.
/// </summary>
public sealed class RecordAnalysis(SlrtDbContext db, StepProducts products, AreaCatalogue areas, FieldCipher cipher, DomainEvents events)
{
    /// <returns>Refused with <c>not_in_review</c> where it does not lie there.</returns>
    public async Task<Outcome<Product>> DoAsync(RecordAnalysisInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.AnalyseComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        if (await db.Products.SingleOrDefaultAsync(p => p.Id == input.ProductId, cancellationToken) is { } before)
        {
            return before.ComplaintId == complaint.Id && before.MadeBy == actor.StaffId ? before : Refusal.NotFound();
        }

        if (complaint.Status != ComplaintStatus.InReview)
        {
            return Refusal.Conflict("not_in_review");
        }

        var entered = ProductInput.From(ProductKind.Analysis, input.Values);
        if (entered.Problems(LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode))).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var product = Product.Of(complaint, input.ProductId, entered, actor.StaffId, by.At, cipher);
        products.Keep(product, by);
        events.Raise(new ProductWritten(ComplaintKey.Of(complaint), product.Id, by));
        return product;
    }
}

/// <summary>A product was written down apart from a move.</summary>
public sealed record ProductWritten(ComplaintKey Complaint, Guid ProductId, Provenance By) : IComplaintEvent, IDomainEvent;
