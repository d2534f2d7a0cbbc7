using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Staff;

/// <summary>The counted wrong passwords, for the acts that look at one. <paramref name="blind"/> hides whose they are.</summary>
public sealed class SignInCounts(SlrtDbContext db, BlindIndex blind)
{
    private const string Names = "sign_in_name";
    private const string Sources = "sign_in_source";
    private const int MostSources = 500;

    /// <param name="userName">In upper case, of an account or of nobody.</param>
    /// <param name="source">What the wait holds for: an address, or a browser that is known.</param>
    /// <returns>Until when no password is looked at; null where one may be tried.</returns>
    public async Task<DateTime?> WaitAsync(string userName, string source, DateTime at, CancellationToken cancellationToken) =>
        await FindAsync(userName, source, cancellationToken) is { } tries && tries.WaitsAt(at) ? tries.WaitUntil : null;

    /// <returns>Until when the source has to wait now; null where it need not.</returns>
    public async Task<DateTime?> FailAsync(string userName, string source, DateTime at, CancellationToken cancellationToken)
    {
        var tries = await FindAsync(userName, source, cancellationToken);
        if (tries is null)
        {
            tries = new SignInTries { Account = blind.Of(Names, userName), Source = blind.Of(Sources, source) };
            db.Add(tries);
        }

        tries.Fail(at);
        return tries.WaitUntil;
    }

    /// <summary>A right password: what came before it from there is forgotten.</summary>
    public async Task ForgetAsync(string userName, string source, CancellationToken cancellationToken)
    {
        if (await FindAsync(userName, source, cancellationToken) is { } tries)
        {
            db.Remove(tries);
        }
    }

    /// <summary>A new password: nobody need wait any more, wherever they sit.</summary>
    public async Task ForgetAllAsync(string userName, CancellationToken cancellationToken)
    {
        var account = blind.Of(Names, userName);
        db.RemoveRange(await db.SignInTries.Where(t => t.Account == account).OrderBy(t => t.Source).Take(MostSources).ToListAsync(cancellationToken));
    }

    private Task<SignInTries?> FindAsync(string userName, string source, CancellationToken cancellationToken)
    {
        var (account, from) = (blind.Of(Names, userName), blind.Of(Sources, source));
        return db.SignInTries.SingleOrDefaultAsync(t => t.Account == account && t.Source == from, cancellationToken);
    }
}
