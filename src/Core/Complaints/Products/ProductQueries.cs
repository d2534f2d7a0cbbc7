using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Products;

/// <param name="Values">As <see cref="ProductInput.Values"/>, in the order in which they are asked.</param>
/// <param name="IsValid">Of an analysis: the workflow goes by it, since nothing newer is there and it was not opened again since.</param>
public sealed record ProductSheet(Guid Id, ProductKind Kind, IReadOnlyList<(ProductField Field, string Value)> Values, string MadeBy, DateTime MadeAt, bool IsValid);

public sealed class ProductQueries(SlrtDbContext db, StepProducts products, FieldCipher cipher)
{
    /// <summary>Those of a complaint, oldest first.</summary>
    public async Task<IReadOnlyList<ProductSheet>> OfComplaintAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken)
    {
        var rows = await (
            from product in db.Products.AsNoTracking().Where(Sight.Of(scope).Condition<Product>())
            where product.ComplaintId == complaintId
            join staff in db.StaffMembers on product.MadeBy equals staff.Id into makers
            from maker in makers.DefaultIfEmpty()
            orderby product.Id
            select new { product, Name = maker == null ? "" : maker.Name }).ToListAsync(cancellationToken);
        var valid = rows.Exists(r => r.product.Kind == ProductKind.Analysis) ? await products.LastAnalysisAsync(complaintId, cancellationToken) : null;
        return [.. rows.Select(r => new ProductSheet(r.product.Id, r.product.Kind, r.product.Open(cipher), r.Name, r.product.MadeAt, r.product.Kind != ProductKind.Analysis || r.product.Id == valid))];
    }

    /// <summary>References of the complaints that were merged into this one, as far as the reader may see them, oldest first.</summary>
    public async Task<IReadOnlyList<string>> MergedIntoAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken) =>
        await db.Products.Where(p => p.IntoId == complaintId).OrderBy(p => p.Id)
            .Join(db.Complaints.VisibleTo(scope).Where(c => c.Status == ComplaintStatus.Merged), p => p.ComplaintId, c => c.Id, (p, c) => c.Reference)
            .ToListAsync(cancellationToken);
}
