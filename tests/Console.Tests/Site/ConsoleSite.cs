using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Site;

/// <summary>The whole program over HTTP, on a database of its own and with a clock that tests move.</summary>
public sealed class ConsoleSite : WebApplicationFactory<Program>
{
    public const string Password = "tujuh kuda makan rumput";
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<StaffMember>(
        Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(null!, Password));

    private readonly string _directory = Directory.CreateTempSubdirectory("slrt-console-").FullName;
    private int _staff;

    public TestClock Clock { get; } = new();

    /// <summary>The service day in the west of Indonesia.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.UtcNow.AddHours(7));

    public UnitOfWork Units => Services.GetRequiredService<UnitOfWork>();

    /// <summary>A browser with no cookies. It does not follow redirects: tests look at them.</summary>
    /// <param name="address">Where it sits; null for nowhere in particular.</param>
    public Browser Browser(string? address = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        if (address is not null)
        {
            client.DefaultRequestHeaders.Add(Neighbourhood.Header, address);
        }

        return new Browser(client);
    }

    public async Task<StaffMember> StaffAsync(Role role, string area = "32.04", bool readsSensitive = false)
    {
        var id = SequentialId.Next(Clock.UtcNow);
        var name = $"{Codes.Of(role)}{Interlocked.Increment(ref _staff)}";
        var staff = new StaffMember
        {
            Id = id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            Name = $"Petugas {name}",
            PasswordHash = Hash.Value,
            SecurityStamp = "first",
            ReadsSensitive = readsSensitive,
            CreatedAt = Clock.UtcNow,
        };
        staff.Roles.Add(new StaffRole { Id = SequentialId.Next(Clock.UtcNow), StaffId = id, Role = role, AreaCode = area });
        await AddAsync(staff);
        return staff;
    }

    public async Task<Browser> SignedInAsync(Role role, string area = "32.04", bool readsSensitive = false) =>
        await SignedInAsync(await StaffAsync(role, area, readsSensitive));

    public async Task<Browser> SignedInAsync(StaffMember staff)
    {
        var browser = Browser();
        var answer = await browser.SignInAsync(staff.UserName, Password);
        Assert.Equal(303, answer.Status);
        return browser;
    }

    public async Task<Complaint> LodgeAsync(
        string category = "P1", string village = TestData.Village, string? story = null, Urgency urgency = Urgency.Normal, string? name = null,
        Urgency? said = null, params IReadOnlyList<string> words)
    {
        var conversation = await ConversationAsync();
        var input = TestData.Story(conversation.Id, category, village) with { Urgency = urgency, SaidUrgency = said, UrgencyWords = words };
        input = input with { Story = story ?? input.Story, ReporterName = name ?? input.ReporterName, DraftId = SequentialId.Next(Clock.UtcNow) };
        var by = Provenance.Resident(conversation.Id, input.Channel, Clock.UtcNow);
        return (await Units.RunAsync<LodgeComplaint, Complaint>((act, cancel) => act.DoAsync(input, by, cancel), CancellationToken.None)).Value;
    }

    /// <summary>The front office has registered it, and review and analysis has written down what it found.</summary>
    public async Task<Complaint> ReviewAsync(Complaint complaint)
    {
        var staff = TestData.Staff(Role.Manager, readsSensitive: true);
        var input = new MoveComplaintInput(complaint.Id, complaint.Version, "review") { Products = TestProducts.On(Clock.UtcNow) };
        var moved = await Units.RunAsync<MoveComplaint, Complaint>(
            (act, cancel) => act.DoAsync(input, staff, Provenance.Staff(staff.StaffId, Clock.UtcNow), cancel), CancellationToken.None);
        await TestData.AnalyseAsync(Units, moved.Value, Clock.UtcNow);
        return moved.Value;
    }

    /// <summary>The chat complains about the manager of its regency.</summary>
    public async Task<Complaint> LodgeAboutManagerAsync(Conversation conversation)
    {
        var input = TestData.Story(conversation.Id, "P5") with { Concerns = Concern.Manager, DraftId = SequentialId.Next(Clock.UtcNow) };
        var by = Provenance.Resident(conversation.Id, input.Channel, Clock.UtcNow);
        return (await Units.RunAsync<LodgeComplaint, Complaint>((act, cancel) => act.DoAsync(input, by, cancel), CancellationToken.None)).Value;
    }

    public async Task<Conversation> ConversationAsync()
    {
        var id = SequentialId.Next(Clock.UtcNow);
        var conversation = new Conversation
        {
            Id = id,
            Channel = "telegram",
            AddressIndex = Services.GetRequiredService<Inbox>().IndexOf("telegram", id.ToString()),
            Address = Services.GetRequiredService<FieldCipher>().Seal("1", new("conversation"), id, "address"),
            CreatedAt = Clock.UtcNow,
            LastInboundAt = Clock.UtcNow,
        };
        await AddAsync(conversation);
        return conversation;
    }

    public async Task<Partner> PartnerAsync(string area = "32.04")
    {
        var id = SequentialId.Next(Clock.UtcNow);
        var partner = new Partner
        {
            Id = id,
            Code = $"P{id:N}",
            Name = "Dinas Kesehatan",
            Kind = PartnerKind.GovernmentService,
            Services = "N1 K2",
            AreaCode = area,
        };
        await AddAsync(partner);
        return partner;
    }

    public async Task<T> ReadAsync<T>(Func<SlrtDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SlrtDbContext>());
    }

    public async Task ChangeAsync(Func<SlrtDbContext, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        await change(db);
        await Services.GetRequiredService<WriteGate>().SaveAsync(db, CancellationToken.None);
    }

    public Task AddAsync(object row) => ChangeAsync(db =>
    {
        db.Add(row);
        return Task.CompletedTask;
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Neither Development nor Production: cookies as in Production, and a missing phrase is an error.
        builder.UseEnvironment("Staging");
        // As an operator sets it; the program takes a section's bare name on its command line for a verb.
        Environment.SetEnvironmentVariable("Data__Directory", _directory);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<IChannelStatus, LinkedChannel>();
            services.AddSingleton<IStartupFilter, Neighbourhood>();
            services.Configure<MvcOptions>(options => options.Filters.Add(new Breakdown()));
        });
    }
}

/// <summary>Gives a browser the address that its test says; the test server itself knows none.</summary>
internal sealed class Neighbourhood : IStartupFilter
{
    public const string Header = "X-Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((HttpContext context, RequestDelegate go) =>
        {
            if (context.Request.Headers.TryGetValue(Header, out var address))
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
            }

            return go(context);
        });
        next(app);
    };
}

/// <summary>A channel that links lead into, beside those that are off here.</summary>
internal sealed class LinkedChannel : IChannelStatus
{
    public string Channel => "phone";

    public ChannelState State => ChannelState.Working;

    public DateTime Since => DateTime.UnixEpoch;

    public string? LinkTo(string parameter) => $"https://t.me/SlrtTestBot?start={parameter}";
}

/// <summary>Fails inside a page when a test asks for it.</summary>
internal sealed class Breakdown : IResourceFilter
{
    public const string Header = "X-Test-Breakdown";

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Request.Headers.TryGetValue(Header, out var kind) && !context.HttpContext.Request.Path.StartsWithSegments("/errors"))
        {
            throw kind == "storage" ? new StorageUnavailableException("select secret from staff_member") : new InvalidOperationException("/srv/secret/path");
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

[CollectionDefinition(Name)]
public sealed class ConsoleTests : ICollectionFixture<ConsoleSite>
{
    public const string Name = "console";
}
