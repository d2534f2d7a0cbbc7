using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Stage;

/// <summary>Somebody at a desk of the console.</summary>
internal sealed class StaffMember(Person person) : IAsyncDisposable
{
    public IPage Page => person.Page;

    public Person Person => person;

    public ILocator Status => Page.Locator("#head .badge-s, header .badge-s").First;

    public static async Task<StaffMember> SignInAsync(Task<Person> newcomer, string role)
    {
        var person = await newcomer;
        await person.Page.GotoAsync("/sign-in");
        await person.Page.Locator("[name=UserName]").FillAsync(role);
        await person.Page.Locator("[name=Password]").FillAsync(RunningProgram.Password);
        await person.Page.Locator("main [type=submit]").ClickAsync();
        await Expect(person.Page.Locator("header.top")).ToBeVisibleAsync();
        return new StaffMember(person);
    }

    /// <summary>Leaves a mark on the page that a reload would wipe.</summary>
    public Task MarkAsync() => Page.EvaluateAsync("() => { window.marked = true; }");

    public Task<bool> IsMarkedAsync() => Page.EvaluateAsync<bool>("() => window.marked === true");

    public ILocator Row(string reference) => Page.Locator($"#list a[href='/complaints/{reference}']");

    public async Task OpenAsync(string reference)
    {
        await Row(reference).ClickAsync();
        await Expect(Page.Locator("#head .mono").First).ToHaveTextAsync(reference);
    }

    /// <summary>Unfolds a step of the page's list, fills its form, sends it, and waits for the page that answers.</summary>
    public async Task MoveAsync(string verb, params (string Field, string Value)[] fields)
    {
        var step = await UnfoldAsync(verb);
        foreach (var (field, value) in fields)
        {
            await FillAsync(step.Locator($"[name={field}]"), value);
        }

        await EnterUsualAsync(step);
        var send = step.Locator("[type=submit]");
        await send.EvaluateAsync("button => button.classList.add('pressed')");
        await send.ClickAsync();
        await Expect(Page.Locator(".pressed:visible")).ToHaveCountAsync(0);
    }

    /// <summary>What the step wants written down beside the words, where nobody has entered it: the first choice of each, and the first tick.</summary>
    private static async Task EnterUsualAsync(ILocator form)
    {
        foreach (var select in await form.Locator("select[name^='p.'][required]").AllAsync())
        {
            if (await select.InputValueAsync() == "")
            {
                await select.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            }
        }

        foreach (var ticks in await form.Locator("fieldset:has([name^='p.'])").AllAsync())
        {
            await ticks.Locator("[type=checkbox]").First.CheckAsync();
        }

        foreach (var words in await form.Locator("textarea[name^='p.'][required], input[type=text][name^='p.'][required]").AllAsync())
        {
            if (await words.InputValueAsync() == "")
            {
                await words.FillAsync("Sesuai keterangan warga.");
            }
        }
    }

    /// <summary>Review and analysis: no look into the data, and why; one need.</summary>
    public async Task AnalyseAsync(string reference)
    {
        await Page.GotoAsync($"/complaints/{reference}/analysis");
        await Page.Locator("[name='p.data']").SelectOptionAsync("not_checked");
        await Page.Locator("[name='p.why']").FillAsync("Cukup dari keterangan warga.");
        await Page.Locator("[name='p.needs'][value=food]").CheckAsync();
        await Page.Locator("main form [type=submit]").ClickAsync();
        await Expect(Page.Locator("#products")).ToContainTextAsync("Hasil telaah");
    }

    /// <summary>Opens a hand-over of a complaint from the list where it waits, on whichever page of the list it is.</summary>
    public async Task OpenHandoverAsync(string reference, string list = "desk")
    {
        await Page.GotoAsync($"/tasks?list={list}");
        var row = Page.Locator("#list tr:has(a[href^='/handovers/'])", new PageLocatorOptions { HasText = reference });
        for (var page = 2; await row.CountAsync() == 0; page++)
        {
            await Page.Locator("#list [rel=next]").ClickAsync();
            await Page.WaitForURLAsync(url => url.Contains($"page={page}", StringComparison.OrdinalIgnoreCase));
        }

        await row.Locator("a.go").ClickAsync();
    }

    public async Task HandOnAsync(string reference, string desk, string words)
    {
        await Page.GotoAsync($"/complaints/{reference}/hand-on");
        await Page.Locator("[name=To]").SelectOptionAsync(desk);
        await Page.Locator("[name=Reason]").SelectOptionAsync("cannot_solve");
        await Page.Locator("[name=Words]").FillAsync(words);
        await Page.Locator("main form [type=submit]").ClickAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Serah terima");
    }

    /// <summary>Accepts what was handed to the desk, having read why.</summary>
    public async Task AcceptAsync(string reference, string why)
    {
        await OpenHandoverAsync(reference);
        await Expect(Page.Locator("main")).ToContainTextAsync(why);
        await Page.Locator("form:has(input[name=Verb][value=accept]) [type=submit]").ClickAsync();
        await Expect(Page.Locator("#head .mono").First).ToHaveTextAsync(reference);
    }

    public async Task NoteAsync(string words)
    {
        var form = Page.Locator("form[action$='/note']");
        await Page.Locator("details:has(form[action$='/note']) > summary").ClickAsync();
        await form.Locator("textarea").FillAsync(words);
        await form.Locator("[type=submit]").ClickAsync();
    }

    public async Task<ILocator> UnfoldAsync(string verb)
    {
        var step = Page.Locator($"#moves details:has(input[name=Verb][value={verb}])");
        await step.Locator("summary").ClickAsync();
        return step;
    }

    public static Task FillAsync(ILocator field, string value) => value.StartsWith('=')
        ? field.SelectOptionAsync(value[1..])
        : field.FillAsync(value);

    /// <summary>Fills the page of a new referral and sends it.</summary>
    public async Task ReferAsync()
    {
        await Page.Locator("[name=Partner]").SelectOptionAsync(new SelectOptionValue { Label = RunningProgram.Partner });
        await Page.Locator("[name=Words]").FillAsync("Mohon dicek penyaluran beras untuk keluarga ini.");
        await Page.Locator("[name=Consent]").SelectOptionAsync("chat");
        await Page.Locator("main form [type=submit]").ClickAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync(RunningProgram.Partner);
    }

    public ValueTask DisposeAsync() => person.DisposeAsync();
}
