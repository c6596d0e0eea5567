namespace WeChatBridge.Operations.CaseFiles;

/// <summary>How the case looks: quiet on a screen, stacked on a phone, and whole on A4 paper.</summary>
internal static class CaseStyle
{
    /// <summary>The frame of an article; its body brings its own look.</summary>
    public const string Article = """
        body { font: 17px/1.8 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 40em; margin: 0 auto;
          padding: 1em 1.2em 3em; color: #222; overflow-wrap: break-word; }
        h1 { font-size: 1.4em; line-height: 1.4; }
        img { max-width: 100%; }
        a { color: #1f4e79; }
        .by { color: #57606a; font-size: .9em; }
        .case { color: #57606a; font-size: .85em; border-bottom: 1px solid #c6ccd3; padding-bottom: .5em; }
        @page { size: A4; margin: 18mm 15mm; }
        @media print { body { font-size: 11pt; max-width: none; padding: 0; } img { break-inside: avoid; } }
        """;

    public const string Sheet = """
        body { font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 62em; margin: 0 auto;
          padding: 1.5em 1.2em 4em; color: #1f2328; background: #fff; font-variant-numeric: tabular-nums; }
        h1 { font-size: 1.6em; line-height: 1.35; margin: .3em 0; }
        h2 { font-size: 1.25em; margin: 2.4em 0 .6em; padding-bottom: .25em; border-bottom: 2px solid #1f4e79; color: #1f4e79; }
        h3 { font-size: 1.05em; margin: 1.6em 0 .4em; }
        p { margin: .4em 0; overflow-wrap: anywhere; }
        a { color: #1f4e79; overflow-wrap: anywhere; }
        code { font: .82em/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; color: #444c56; }
        ul { margin: .2em 0; padding-left: 1.2em; }
        .about { color: #57606a; }
        .mark { display: table; margin: .5em 0; padding: .1em .7em; border-left: 4px solid #9a6700; background: #fff8e5; font-weight: 600; }
        .brief { margin: 1em 0; padding: .4em 1.2em 1em; border: 1px solid #b6c7d8; border-radius: 6px; background: #f5f9fc; }
        .brief h2 { margin: .6em 0 .3em; border: 0; }
        .secrecy { list-style: none; display: grid; grid-template-columns: repeat(2, auto); gap: 0 1.5em; padding: 0;
          margin: .2em 0 .6em; }
        .secrecy .long { grid-column: 1 / -1; }
        .yes { font-weight: 600; color: #8a4600; }
        table { border-collapse: collapse; width: 100%; margin: .5em 0 1em; }
        th, td { border: 1px solid #c6ccd3; padding: .35em .6em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { background: #f0f3f6; font-weight: 600; }
        .facts th { width: 10em; }
        .list th { white-space: nowrap; }
        .when { white-space: nowrap; }
        @media screen and (max-width: 40em) {
          body { padding: 1em .8em 3em; }
          h1 { font-size: 1.35em; }
          .brief { padding: .2em .8em .8em; }
          .facts, .facts tbody, .facts tr, .facts th, .facts td { display: block; width: auto; }
          .facts th { border-bottom: 0; padding-bottom: 0; background: none; color: #57606a; font-weight: 400; font-size: .9em; }
          .facts td { border-top: 0; padding-top: 0; margin-bottom: -1px; }
          .list thead { display: none; }
          .list, .list tbody, .list tr { display: block; }
          .list tr { border: 1px solid #c6ccd3; border-radius: 6px; margin: .6em 0; padding: .3em .7em; }
          .list td { display: grid; grid-template-columns: 6em 1fr; border: 0; padding: .15em 0; }
          .list td::before { content: attr(data-head); color: #57606a; font-size: .9em; }
          .list td.none { display: none; }
          .secrecy { grid-template-columns: 1fr; }
        }
        @page { size: A4; margin: 18mm 15mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
        @media print {
          body { font-size: 10.5pt; line-height: 1.5; max-width: none; padding: 0; }
          a { color: inherit; text-decoration: none; }
          code { font-size: 8pt; }
          th, td { padding: .2em .4em; }
          th, .brief, .mark { print-color-adjust: exact; }
          thead { display: table-header-group; }
          tr, .mark, .secrecy { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
        }
        """;
}
