using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Intake;

/// <summary>What can be chosen at the desk, in the reader's language.</summary>
public sealed class IntakeChoices(Phrases phrases, IntakeForm form)
{
    public IEnumerable<SelectListItem> Channels => Of<DeskChannel>("channel", form.Channel);

    public IEnumerable<SelectListItem> Subjects => Of<Subject>("subject", form.Subject).Append(Item("subject.child", IntakeForm.Child, form.Subject));

    public IEnumerable<SelectListItem> Categories => ComplaintCategory.All.Where(c => !c.IsEmpty)
        .Select(c => new SelectListItem($"{c.Code} · {phrases[$"category.{c.Code}"]}", c.Code, c.Code == form.Category)).Prepend(None());

    public IEnumerable<SelectListItem> Concerns =>
        [None(), Item("intake.concerns.nobody", IntakeForm.Nobody, form.Concerns), .. Of<Concern>("concern", form.Concerns)];

    public IEnumerable<SelectListItem> Urgencies => Of<Urgency>("urgency", form.Urgency).Where(u => u.Value != Codes.Of(Urgency.Info)).Prepend(None("intake.urgency.told"));

    public IEnumerable<SelectListItem> Givers => Of<ConsentGiver>("consent_giver", form.Consent).Prepend(None());

    private IEnumerable<SelectListItem> Of<TEnum>(string prefix, string? chosen)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(Codes.Of).Select(code => Item($"{prefix}.{code}", code, chosen));

    private SelectListItem Item(string label, string code, string? chosen) => new(phrases[label], code, code == chosen);

    private SelectListItem None(string label = "form.choose") => new(phrases[label], "");
}
