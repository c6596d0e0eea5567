namespace WeChatBridge.Simulator.Tests;

public class PlatformFaultsTests
{
    private readonly PlatformFaults _faults = new();

    [Fact]
    public void A_fault_spoils_one_call_of_its_account_and_path()
    {
        _faults.Add(new PlatformFault { Kind = FaultKind.ErrorCode, Account = "zhengwu", Path = "/cgi-bin/draft/", Code = 45009 });

        _faults.Take("renda", "/cgi-bin/draft/add").ShouldBeNull();
        _faults.Take("zhengwu", "/cgi-bin/menu/create").ShouldBeNull();
        _faults.Take("zhengwu", "/cgi-bin/draft/add")!.Code.ShouldBe(45009);
        _faults.Take("zhengwu", "/cgi-bin/draft/add").ShouldBeNull();
    }

    [Fact]
    public void Faults_come_in_the_order_they_were_arranged()
    {
        _faults.Add(new PlatformFault { Kind = FaultKind.DropBeforeActing, Times = 2 });
        _faults.Add(new PlatformFault { Kind = FaultKind.ServerError });

        Enumerable.Range(0, 4).Select(_ => _faults.Take("zhengwu", "/cgi-bin/x")?.Kind).ShouldBe(
            [FaultKind.DropBeforeActing, FaultKind.DropBeforeActing, FaultKind.ServerError, null]);
    }

    [Fact]
    public void A_right_stays_withdrawn_until_it_is_given_back()
    {
        var withdrawn = _faults.Add(new PlatformFault { Kind = FaultKind.RightWithdrawn, Path = "/cgi-bin/freepublish/" });

        Enumerable.Range(0, 3).ShouldAllBe(_ => _faults.Take("zhengwu", "/cgi-bin/freepublish/submit") == withdrawn);
        _faults.Remove(withdrawn.Id).ShouldBeTrue();
        _faults.Take("zhengwu", "/cgi-bin/freepublish/submit").ShouldBeNull();
        _faults.Remove(withdrawn.Id).ShouldBeFalse();
    }

    [Fact]
    public void All_faults_can_be_called_off()
    {
        _faults.Add(new PlatformFault { Kind = FaultKind.MalformedJson });
        _faults.Clear();

        _faults.Waiting.ShouldBeEmpty();
        _faults.Take("zhengwu", "/cgi-bin/x").ShouldBeNull();
    }
}
