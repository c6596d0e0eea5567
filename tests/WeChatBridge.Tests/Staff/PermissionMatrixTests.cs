using WeChatBridge.Staff;
using WeChatBridge.Tests.Conventions;

namespace WeChatBridge.Tests.Staff;

public sealed class PermissionMatrixTests
{
    private const string Golden = "tests/WeChatBridge.Tests/Staff/permission-matrix.txt";

    [Fact]
    public void Who_may_what_is_what_the_office_agreed_to() =>
        Matrix().ShouldBe(
            Repository.Read(Golden), "A change of rights is a decision: change the golden file in the same commit, and say why.");

    [Fact]
    public void Only_one_role_sees_what_citizens_write_about_officials() =>
        Enum.GetValues<StaffRole>().Where(role => PermissionTable.Of(role).Contains(Permission.ReadComplaints))
            .ShouldBe([StaffRole.Supervisor]);

    [Fact]
    public void Every_permission_has_a_name_and_somebody_who_holds_it() => Enum.GetValues<Permission>()
        .Where(permission => PermissionTable.NameOf(permission) == permission.ToString()
            || !Enum.GetValues<StaffRole>().Any(role => PermissionTable.Of(role).Contains(permission)))
        .ShouldBeEmpty();

    [Fact]
    public void The_named_actors_examine_nothing()
    {
        foreach (var actor in new[] { Acting.Installer, Acting.CommandLine })
        {
            actor.IsPerson.ShouldBeFalse();
            actor.May(Permission.ReviewArticles, "zhengwu").ShouldBeFalse();
            actor.May(Permission.SignOff, "zhengwu").ShouldBeFalse();
            actor.May(Permission.ReadComplaints, "zhengwu").ShouldBeFalse();
        }
    }

    private static string Matrix() => string.Concat(Enum.GetValues<Permission>().Select(permission =>
        $"{permission}: {string.Join(' ', Enum.GetValues<StaffRole>().Where(role => PermissionTable.Of(role).Contains(permission)))}"
        + $" | {string.Join(' ', new[] { Acting.Installer, Acting.CommandLine }
            .Where(actor => actor.May(permission, "any")).Select(actor => actor.Name))}".TrimEnd() + "\n"));
}
