using System.Buffers.Binary;
using System.Security.Cryptography;
using WeChatBridge.Audit;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Staff;

public abstract class UsingAnAuthenticatorTests(StoreSource source) : StoreTests(source)
{
    private ReviewingOffice _office = null!;
    private Acting _editor = null!;

    private AuthenticatorDesk Desk => new(Contexts, new AuditTrail(Clock));

    [Fact]
    public async Task Once_confirmed_its_code_is_asked_for_at_each_sign_in()
    {
        var key = (await Desk.BeginAsync(_editor, Cancellation)).Value;
        (await SignInAsync(null)).IsDone.ShouldBeTrue("Nothing is asked for before it was confirmed.");
        (await Desk.ConfirmAsync(_editor, "000000", Cancellation)).IsDone.ShouldBe(CodeOf(key) == "000000");

        (await Desk.ConfirmAsync(_editor, CodeOf(key), Cancellation)).Value.Count.ShouldBe(8);

        (await SignInAsync(null)).Refusal.ShouldNotBeNull().ShouldContain("验证器");
        (await SignInAsync("abcdef")).Refusal.ShouldNotBeNull().ShouldContain("不对");
        (await SignInAsync(CodeOf(key).Insert(3, " "))).Refusal.ShouldBeNull();
        key.Uri.ShouldContain($"secret={key.Key}");
        key.ToString().ShouldNotContain(key.Key);
    }

    [Fact]
    public async Task A_recovery_code_serves_once_and_the_store_holds_none()
    {
        var codes = await SetUpAsync();
        (await ScalarAsync<string>("""SELECT "Value" AS "Value" FROM "StaffTokens" WHERE "Name" = 'RecoveryCodes' """))
            .ShouldNotContain(codes[0]);

        (await SignInAsync(codes[0])).Refusal.ShouldBeNull();
        (await SignInAsync(codes[0])).Refusal.ShouldNotBeNull();
        (await SignInAsync(codes[1].ToLowerInvariant())).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Wrong_codes_lock_like_wrong_passwords()
    {
        var codes = await SetUpAsync();
        for (var attempt = 1; attempt <= StaffMember.FailuresAllowed; attempt++)
        {
            await SignInAsync("abcdef");
        }

        (await SignInAsync(codes[0])).Refusal.ShouldNotBeNull().ShouldContain("登录名或密码不对");
    }

    [Fact]
    public async Task It_can_be_taken_away_again_and_is_audited()
    {
        await SetUpAsync();
        (await Desk.BeginAsync(_editor, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("已经启用");

        (await Desk.RemoveAsync(_editor, Cancellation)).Refusal.ShouldBeNull();

        (await SignInAsync(null)).IsDone.ShouldBeTrue();
        (await _office.AuditAsync()).Select(entry => entry.Action).TakeLast(3)
            .ShouldBe(["staff.authenticator-begin", "staff.authenticator-confirm", "staff.authenticator-remove"]);
    }

    [Fact]
    public async Task An_administrator_gives_the_sign_in_back_to_who_lost_it()
    {
        var administrator = await _office.TakesOnAsync("admin", StaffRole.Administrator);
        (await _office.Staff.ResetAuthenticatorAsync("zhangsan", administrator, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("没有启用");
        var codes = await SetUpAsync();

        (await _office.Staff.ResetAuthenticatorAsync("zhangsan", administrator, Cancellation)).Refusal.ShouldBeNull();

        (await SignInAsync(null)).IsDone.ShouldBeTrue();
        var entry = (await _office.AuditAsync())[^1];
        (entry.Actor, entry.Action, entry.Subject, entry.Detail).ShouldBe(("admin", "staff.authenticator-reset", "staff/zhangsan", ""));
        await SetUpAsync();
        (await SignInAsync(codes[0])).Refusal.ShouldNotBeNull("The recovery codes went with the authenticator they belonged to.");
    }

    [Fact]
    public async Task Nobody_else_takes_it_away_and_nobody_their_own_that_way()
    {
        await SetUpAsync();
        var foreign = await _office.TakesOnAsync("foreign", [("renda", StaffRole.Administrator)]);
        var reviewer = await _office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        await _office.Staff.GrantAsync("zhangsan", ReviewingOffice.Account, StaffRole.Administrator, Acting.CommandLine, Cancellation);
        var administrator = (await SignInAsync(CodeOf(await KeyAsync()))).Value;

        (await _office.Staff.ResetAuthenticatorAsync("zhangsan", administrator, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("另一位管理员");
        (await _office.Staff.ResetAuthenticatorAsync("zhangsan", reviewer, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("管理工作人员");
        (await _office.Staff.ResetAuthenticatorAsync("zhangsan", foreign, Cancellation)).Refusal.ShouldNotBeNull().ShouldContain("管理工作人员");
        (await SignInAsync(null)).Refusal.ShouldNotBeNull().ShouldContain("验证器");
    }

    [Fact]
    public async Task The_command_line_has_none() => (await Desk.BeginAsync(Acting.CommandLine, Cancellation)).Refusal.ShouldNotBeNull();

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new ReviewingOffice(Contexts, Clock);
        _editor = await _office.TakesOnAsync("zhangsan", StaffRole.Editor);
    }

    private async Task<IReadOnlyList<string>> SetUpAsync()
    {
        var key = (await Desk.BeginAsync(_editor, Cancellation)).Value;
        return (await Desk.ConfirmAsync(_editor, CodeOf(key), Cancellation)).Value;
    }

    private async Task<AuthenticatorKey> KeyAsync() =>
        new(await ScalarAsync<string>("""SELECT "Value" AS "Value" FROM "StaffTokens" WHERE "Name" = 'AuthenticatorKey' """), "");

    private Task<Outcome<Acting>> SignInAsync(string? code) =>
        _office.SignIn.AdmitAsync("zhangsan", ReviewingOffice.Password, code, Cancellation);

    /// <summary>What an authenticator app shows now (RFC 6238, SHA-1, 30 seconds): the app's own reading, not Identity's.</summary>
    private static string CodeOf(AuthenticatorKey key)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 names SHA-1; authenticator apps know nothing else.
        var hash = HMACSHA1.HashData(FromBase32(key.Key), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6");
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.TrimEnd('=').Select(letter =>
            Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }

    public sealed class OnSqlite() : UsingAnAuthenticatorTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : UsingAnAuthenticatorTests(server);
}
