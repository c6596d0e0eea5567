using System.Diagnostics;

namespace WeChatBridge.CrashTests;

/// <summary>Ends the process without a word at the n-th moment of its kind, as a pulled plug does.</summary>
internal sealed class KillPoint(KillMoment moment, int at)
{
    private int _passed;
    private bool _isArmed;

    /// <summary>Counts from here: what the start of the program does is not what is tested.</summary>
    public void Arm() => _isArmed = true;

    public async Task PassAsync(KillMoment now)
    {
        if (!_isArmed || now != moment || Interlocked.Increment(ref _passed) != at)
        {
            return;
        }

        // SIGKILL: nothing is flushed, disposed or rolled back.
        Process.GetCurrentProcess().Kill();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }
}

/// <summary>Where a process can be cut off.</summary>
internal enum KillMoment
{
    /// <summary>All is written, and not committed.</summary>
    BeforeCommit,

    /// <summary>The call is about to leave.</summary>
    BeforeCall,

    /// <summary>The platform has acted and answered; nobody has read the answer.</summary>
    AfterCall,
}
