using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SlrtBot.Console.Edits;
using SlrtBot.Console.Forms;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Tellings;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>What the work page shows: the complaint, what its reader may do with it, and a form that was refused.</summary>
/// <param name="Moves">The rows of the workflow that the reader may take from here.</param>
public sealed record SheetModel(
    ComplaintSheet Sheet, IReadOnlyList<ReferralRow> Referrals, IReadOnlyList<Move<ComplaintStatus>> Moves, bool MayWrite, bool MayTake,
    bool MayRefer, Guid ReaderId)
{
    public Complaint Complaint => Sheet.Complaint;

    public string Reference => Complaint.Reference;

    public bool IsMine => Complaint.AssignedTo == ReaderId;

    /// <summary>To choose from where the reader may correct what it is about; else empty.</summary>
    public IReadOnlyList<Programme> Programmes { get; init; } = [];

    public bool MayClassify { get; init; }

    /// <summary>Whether there is anywhere that the reader may put it.</summary>
    public bool MayPlace { get; init; }

    /// <summary>What it waits for at a desk of ours, and until when; null where it lies elsewhere.</summary>
    public StepDay? Step { get; init; }

    /// <summary>Its way between desks, oldest first.</summary>
    public IReadOnlyList<HandoverRow> Handovers { get; init; } = [];

    /// <summary>What its steps left behind, oldest first.</summary>
    public IReadOnlyList<ProductSheet> Products { get; init; } = [];

    /// <summary>References of those that were merged into it.</summary>
    public IReadOnlyList<string> MergedHere { get; init; } = [];

    /// <summary>Whether the reader may write down what review and analysis has found.</summary>
    public bool MayAnalyse { get; init; }

    /// <summary>Whether the reader may look its person up in the poverty data.</summary>
    public bool MayCheck { get; init; }

    public bool HasAnalysis => Products.Any(p => p is { Kind: ProductKind.Analysis, IsValid: true });

    /// <summary>Verbs that the reader might take next, were the analysis there.</summary>
    public IReadOnlyList<string> AfterAnalysis { get; init; } = [];

    /// <summary>News that wait to be carried to its resident.</summary>
    public IReadOnlyList<TellingRow> Tellings { get; init; } = [];

    /// <summary>Whom it concerns; null while nobody has said.</summary>
    public PersonLine? Person { get; init; }

    /// <summary>What was proposed for the poverty data because of it, oldest first.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>Whether the reader may propose a change of the poverty data.</summary>
    public bool MayPropose { get; init; }

    /// <summary>Visits because of it, oldest first.</summary>
    public IReadOnlyList<VisitRow> Visits { get; init; } = [];

    /// <summary>Whether the reader may say when somebody goes there.</summary>
    public bool MayPlanVisit { get; init; }

    /// <summary>Whether the reader may end it because that visit, the newest one, found nobody.</summary>
    public bool MayCloseAfter(VisitRow visit) =>
        MayAnalyse && Visits[^1].Id == visit.Id && visit.IsConfirmed && CloseAfterVisit.IsOpenTo(visit.Status, visit.Reported, Complaint.Status);

    /// <summary>The reader would be next, and the report that the arrow demands is not there.</summary>
    public bool LacksReport { get; init; }

    /// <summary>Whether the reader may hand it to another desk now.</summary>
    public bool MayHandOn { get; init; }

    /// <summary>The form about kind, programme and urgency, refused, with what was chosen and typed.</summary>
    public KindForm? RefusedKind { get; init; }

    /// <summary>A move that was refused, with what was typed.</summary>
    public MoveForm? Refused { get; init; }

    public WordsForm? RefusedMessage { get; init; }

    public WordsForm? RefusedNote { get; init; }

    /// <summary>The form about a representative's consent was refused: for which one it was, null as in its row.</summary>
    public bool RefusedConsent { get; init; }

    public Guid? RefusedRepresentative { get; init; }

    /// <summary>What staff may record; what the chat says it records itself.</summary>
    public static IReadOnlyList<ConsentWay> ConsentWays { get; } = [.. Enum.GetValues<ConsentWay>().Where(w => w != ConsentWay.Chat)];

    /// <summary>Whether the reader may record consents here.</summary>
    public bool MayRepresent { get; init; }

    /// <summary>The refused move was decided on an older version of the complaint: both versions.</summary>
    public EditConflict? Conflict { get; init; }

    /// <summary>When the page was made: the forms' keys follow from it.</summary>
    public required DateTime At { get; init; }

    public Guid NewKey() => SequentialId.Next(At);

    /// <summary>An empty form for a move from here.</summary>
    public MoveForm Form(Move<ComplaintStatus> move) => new(
        Reference, move.Verb, Complaint.Version, Codes.Of(Complaint.Status), LastMove, Sheet.Holder, move.Requires)
    {
        Products = Usual,
    };

    /// <summary>What is entered in most cases.</summary>
    private Dictionary<string, string> Usual => new() { [ProductFields.ServedOn] = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    /// <summary>The service day.</summary>
    public required DateOnly Today { get; init; }

    // What residents said and how urgent staff called it are lines as well, but no moves.
    public Guid? LastMove => Sheet.Timeline.LastOrDefault(e => e.To is not null)?.Id;

    public KindForm KindOf(string? note = null) => new(
        Reference, NewKey(), Complaint.Version, Codes.Of(Complaint.Kind), Complaint.ProgrammeCode, Codes.Of(Complaint.Urgency), note)
    {
        Programmes = Programmes,
        Urgencies = [.. Enum.GetValues<Urgency>().Where(u => u != Urgency.Info || u == Complaint.Urgency || Complaint.Kind == ComplaintKind.Question)],
    };

    public WordsForm Words() => new(Reference, NewKey(), Complaint.Version);

    /// <summary>
    /// The view data of one of the page's forms. Only the form that was refused may see what was refused: the others
    /// have fields of the same names.
    /// </summary>
    public static ViewDataDictionary Fields(ViewDataDictionary page, bool refused, string words) =>
        new(new EmptyModelMetadataProvider(), refused ? page.ModelState : new ModelStateDictionary()) { ["Words"] = words };
}

/// <param name="Seen">Code of the status that the reader saw when the form was made.</param>
/// <param name="LastMove">The last line of its history then.</param>
/// <param name="SeenHolder">Name of who had taken it then.</param>
public sealed record MoveForm(
    string Reference, string Verb, int Version, string Seen, Guid? LastMove, string? SeenHolder, IReadOnlyList<string> Requires,
    string? Message = null, string? Note = null, string? Reason = null)
{
    /// <summary>Fields of products, as entered.</summary>
    public IReadOnlyDictionary<string, string> Products { get; init; } = new Dictionary<string, string>();

    /// <summary>What is asked for with the move.</summary>
    public IEnumerable<WrittenFieldForm> ProductFields => Requires.Select(ComplaintWorkflow.ProductOf).OfType<ProductKind>()
        .Where(kind => kind != ProductKind.Analysis).SelectMany(kind => ProductForm.Of(kind, Products, $"move_{Verb}_"));

    /// <summary>Whether that input was given.</summary>
    public bool Holds(string input) => !string.IsNullOrWhiteSpace(input switch
    {
        ComplaintWorkflow.Message => Message,
        ComplaintWorkflow.Note => Note,
        ComplaintWorkflow.Reason => Reason,
        _ => null,
    });
}

/// <param name="Key">Made with the form: however often it is sent, it acts once.</param>
/// <param name="Version">Of the complaint as the reader saw it: words beside a change are kept, and the reader is told of it.</param>
public sealed record WordsForm(string Reference, Guid Key, int Version, string? Text = null);
