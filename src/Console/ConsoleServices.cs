using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlrtBot.Console.Files;
using SlrtBot.Console.Forms;
using SlrtBot.Console.Htmx;
using SlrtBot.Console.Live;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Pages.Handovers;
using SlrtBot.Console.Pages.Intake;
using SlrtBot.Console.Pages.Settings;
using SlrtBot.Console.Pages.Staff;
using SlrtBot.Console.Security;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console;

/// <summary>The staff's door: its only registration and its only mapping.</summary>
public static class ConsoleServices
{
    public static IServiceCollection AddConsole(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var cookies = new CookieNames(Secure: !environment.IsDevelopment());
        services.AddSingleton(cookies);
        services.AddHttpContextAccessor();
        services.AddSingleton(new PhraseAssembly(typeof(ConsoleServices).Assembly));
        services.AddScoped<Phrases>();
        services.AddScoped<HtmxRequest>();
        services.AddScoped<Viewer>();
        services.AddScoped<Boundary>();
        services.AddScoped<SheetLoader>();
        services.AddScoped<BesideOthers>();
        services.AddScoped<AccountLoader>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<Invites>();
        services.AddScoped<HandoverLinks>();
        services.AddScoped<DeskVillages>();
        services.AddScoped<SettingForms>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<LivePlaces>();
        services.AddSingleton<LiveStream>();
        services.AddScoped<IAuthorizationHandler, PermissionCheck>();
        services.AddCookieKeys();
        services.AddSessions(cookies);
        services.AddSingleton<ServiceZone>();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-CSRF-TOKEN";
            options.FormFieldName = "csrf";
            options.Cookie.Name = cookies.Antiforgery;
            options.Cookie.SecurePolicy = cookies.Policy;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Path = "/";
        });
        services.AddAuthorization();
        services.AddSignInLimit();
        // Indonesian and Sundanese names need no escapes; only what html itself needs is encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorPages(options =>
            {
                options.Conventions.ConfigureFilter(new AutoValidateAntiforgeryTokenAttribute());
                // A page that says nothing about who may see it is at least closed to the world.
                options.Conventions.AuthorizeFolder("/");
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<HiddenFields>();
                options.Filters.Add<StaleForms>();
                options.Filters.Add<FragmentFilter>();
                options.Filters.Add<SeeOtherFilter>();
            })
            .AddCookieTempDataProvider(options =>
            {
                options.Cookie.Name = cookies.Flash;
                options.Cookie.SecurePolicy = cookies.Policy;
                options.Cookie.Path = "/";
                options.Cookie.IsEssential = true;
            })
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddApplicationPart(typeof(ConsoleServices).Assembly);
        return services;
    }

    public static WebApplication UseConsole(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseCrossSiteGuard();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseDenialAudit();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapConsole(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet("/files/{id:guid}", FileDownload.GetAsync).WithMetadata(new PermitsAttribute(Permission.ReadComplaints));
        app.MapGet("/meetings/{id:guid}/signed", FileDownload.GetMinutesAsync).WithMetadata(new PermitsAttribute(Permission.DeliberateProposals));
        app.MapGet("/live", LiveStream.Get).WithMetadata(new AnyStaffAttribute());
        return app;
    }
}
