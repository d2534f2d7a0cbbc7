using System.Globalization;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Demo;

/// <summary>What each step of a demo complaint left behind; review and analysis wrote its own down just before the step that demands it.</summary>
internal sealed class DemoProducts(DemoWorld world, DemoRows rows, Complaint complaint, int index)
{
    private const double WorkingHour = 1 / 24.0;

    /// <summary>Of its own, so that everything else of a demo stays what it was.</summary>
    private readonly DemoRandom _chance = DemoRandom.For(world.Key, "product", index);

    private Guid? _analysis;

    /// <returns>Input of the workflow's row → id.</returns>
    public IEnumerable<(string Input, Guid Id)> For(DemoStep step, Guid? actor)
    {
        foreach (var input in ComplaintWorkflow.Table.Find(step.From, step.Verb)!.Requires)
        {
            if (ComplaintWorkflow.ProductOf(input) is { } kind)
            {
                yield return (input, kind == ProductKind.Analysis ? _analysis ??= Write(kind, step.At.AddDays(-WorkingHour), actor) : Write(kind, step.At, actor));
            }
        }

        // What was found out before a complaint was opened again is history.
        _analysis = step.Verb == "reopen" ? null : _analysis;
    }

    private Guid Write(ProductKind kind, DateTime at, Guid? actor)
    {
        var id = _chance.Id(at);
        var day = LocalDay.Of(at, world.Areas.ZoneOf(complaint.VillageCode)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        rows.Products.Add(Product.Of(complaint, id, ProductInput.Of(kind, Values(kind, day)), actor!.Value, at, world.Cipher));
        return id;
    }

    private IEnumerable<(string Field, string Value)> Values(ProductKind kind, string day) => kind switch
    {
        ProductKind.Registration => [("identity", _chance.Pick(["seen", "seen", "as_told"])), ("papers", _chance.Pick(["ktp kk", "ktp", "ktp kk sktm", "none"]))],
        ProductKind.Analysis =>
        [
            (ProductFields.Data, _chance.Pick(["listed", "listed", "not_listed", "unmatched"])), (ProductFields.Source, _chance.Pick(["siks_ng", "dtsen"])), (ProductFields.DataOn, day),
            (ProductFields.Needs, _chance.Pick(["data", "food", "health", "house", "cash", "data health"])),
        ],
        ProductKind.Service =>
        [
            ("served", _chance.Pick(["information", "papers", "goods", "company"])), ("served_by", _chance.Pick(["puskesos", "slrt", "village"])), (ProductFields.ServedOn, day),
        ],
        ProductKind.Office => [(ProductFields.OfficeName, "Kantor kecamatan"), (ProductFields.OfficeContact, "Loket pelayanan, hari kerja")],
        _ => [(ProductFields.Grounds, _chance.Pick(DemoTexts.Replies["note"]))],
    };
}
