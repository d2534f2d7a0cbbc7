using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Security;

/// <summary>A password counts as it was chosen, letter by letter, and is kept as a slow hash (docs/checks.md, A-01, A-03, A-45).</summary>
[Collection(ConsoleTests.Name)]
public sealed class PasswordKeptTests(ConsoleSite site)
{
    private const int HmacSha512 = 2;

    [Theory]
    [InlineData(16)]
    [InlineData(66)]
    [InlineData(128)]
    public async Task Every_letter_of_a_password_counts(int length)
    {
        // Arrange: small letters alone are enough, and none is lost.
        var random = new Random(20261130);
        var password = string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next('a', 'z' + 1)));
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = await site.SignedInAsync(staff);
        var page = await browser.GetAsync("/account");
        var last = Math.Min(length, 65) - 1;

        // Act
        var chosen = await browser.SubmitAsync(
            page, "form[action*='handler=Password']", fields: [("Current", ConsoleSite.Password), ("Password", password), ("Again", password)]);
        var wrong = new List<int>();
        foreach (var near in new[] { password + " ", password[..^1] + char.ToUpperInvariant(password[^1]), password[..last] + '#' + password[(last + 1)..] })
        {
            wrong.Add((await site.Browser("203.0.113.9").SignInAsync(staff.UserName, near)).Status);
        }

        var right = await site.Browser().SignInAsync(staff.UserName, password);

        // Assert
        Assert.Equal((303, 303), (chosen.Status, right.Status));
        Assert.Equal([422, 422, 422], wrong);
    }

    [Fact]
    public async Task It_is_kept_as_a_slow_hash_and_an_older_one_is_made_anew_at_the_next_sign_in()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var older = new PasswordHasher<StaffMember>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 }));
        await site.ChangeAsync(async db =>
            (await db.StaffMembers.SingleAsync(s => s.Id == staff.Id)).PasswordHash = older.HashPassword(staff, ConsoleSite.Password));

        // Act
        var entered = await site.Browser().SignInAsync(staff.UserName, ConsoleSite.Password);

        // Assert: Identity's third format holds the function and its rounds before salt and hash.
        var hash = Convert.FromBase64String((await site.ReadAsync(db => db.StaffMembers.SingleAsync(s => s.Id == staff.Id))).PasswordHash!);
        Assert.Equal(303, entered.Status);
        Assert.Equal((1, HmacSha512), (hash[0], BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1))));
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)), 210_000, int.MaxValue);
    }
}
