/// How a paper looks as a page and in print.
enum HTMLStyle {
  /// The colours of a light page and of print, beside those of the charts.
  static let light = [
    ("link", "#0b4f8a"), ("error", "#b10e1e"), ("warning", "#801650"), ("prompt", "#12436d"),
    ("stripe", "#f3f5f7"),
  ]

  /// The colours of a dark page.
  static let dark = [
    ("link", "#8cc4ff"), ("error", "#ff9a93"), ("warning", "#f0a3d0"), ("prompt", "#9cc9f5"),
    ("stripe", "#1d232a"),
  ]

  /// The whole style sheet.
  static let sheet =
    ":root{color-scheme:light dark;\(SVGStyle.variables(SVGStyle.light + light))}\n"
    + "@media (prefers-color-scheme:dark){:root{\(SVGStyle.variables(SVGStyle.dark + dark))}}\n"
    + page + tables + charts + SVGStyle.rules + "\n" + print

  private static let page = """
    *{box-sizing:border-box}
    html{font-size:112.5%;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);line-height:1.5;\
    font-family:Arial,Helvetica,sans-serif;overflow-wrap:break-word}
    main{max-width:62rem;margin:0 auto;padding:1rem 1rem 4rem}
    p,ul,nav,h1,h2,h3,h4,h5,h6{max-width:44rem}
    h1{font-size:1.9rem;line-height:1.2;margin:1rem 0 .25rem}
    h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .5rem;padding-top:.6rem;\
    border-top:2px solid var(--c1);max-width:none}
    h3{font-size:1.15rem;margin:1.8rem 0 .4rem}
    h4,h5,h6{font-size:1rem;margin:1.4rem 0 .3rem}
    p{margin:.7rem 0}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus,summary:focus,.scroll:focus{outline:3px solid var(--c2);outline-offset:2px}
    li{margin:.25rem 0}
    .asat,.sources{color:var(--soft)}
    p.asat{margin:0 0 1.2rem}
    ul.sources{font-size:.9rem;margin-top:0}
    p.sources{margin-bottom:.2rem}
    nav{border-left:4px solid var(--c1);padding:.1rem 0 .1rem .4rem;margin:1.2rem 0}
    nav ol{margin:.3rem 0;padding-left:2rem}
    .note{border-left:5px solid var(--rule);padding:.35rem .8rem;background:var(--stripe)}
    .note.error{border-color:var(--error)}.note.error strong{color:var(--error)}
    .note.warning{border-color:var(--warning)}.note.warning strong{color:var(--warning)}
    .note.prompt{border-color:var(--prompt)}.note.prompt strong{color:var(--prompt)}
    .note .code{color:var(--soft);font-size:.85em}
    .boxes{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));\
    margin:1.5rem 0}
    .box{border:2px solid var(--c1);border-radius:.3rem;padding:.2rem .9rem .6rem}
    .box h2{border-top:0;margin:.4rem 0;padding:0;font-size:1.2rem}
    .box ul{padding-left:1.2rem}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}

    """

  private static let tables = """
    .scroll{overflow-x:auto;margin:1.4rem 0;position:relative}
    table{border-collapse:collapse;font-size:.9rem;line-height:1.35;min-width:min(100%,28rem)}
    caption{text-align:left;font-weight:bold;padding:0 0 .5rem;font-size:1rem}
    caption span{display:block;position:sticky;left:0;max-width:min(44rem,calc(100vw - 2rem))}
    th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;\
    border-bottom:1px solid var(--grid)}
    thead th,thead td{vertical-align:bottom;border-bottom:2px solid var(--ink)}
    th:first-child,td:first-child{padding-left:0}
    tbody th{font-weight:normal;min-width:5.5rem}
    tr.total th,tr.total td{font-weight:bold;background:var(--stripe);\
    border-top:1px solid var(--rule)}
    tr.total td.prose{font-weight:normal}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    .prose{min-width:14rem}
    .remark{display:block;color:var(--soft);font-weight:normal;font-size:.85em}

    """

  private static let charts = """
    figure{margin:1.6rem 0;padding:0;max-width:44rem}
    figcaption strong{display:block;font-size:1.05rem;line-height:1.3}
    figcaption .under{display:block;color:var(--soft);font-size:.9rem;margin:.15rem 0 .6rem}
    svg.chart{display:block;max-width:100%;height:auto}
    .narrow-chart{display:none!important}
    .notes{font-size:.85rem;color:var(--soft);margin:.4rem 0}
    details{margin:.4rem 0}
    summary{cursor:pointer;color:var(--link);padding:.3rem 0;font-size:.95rem}
    @media (max-width:42rem){.wide-chart{display:none!important}\
    .narrow-chart{display:block!important}h1{font-size:1.55rem}\
    th,td{padding:.35rem .4rem}table{font-size:.85rem}\
    tbody th{position:sticky;left:0;background:var(--paper);min-width:5rem}}

    """

  /// A mark at the head of each printed page. Only letters, digits and plain punctuation go into the
  /// style sheet, so that no mark can end its string.
  static func everyPage(_ mark: String) -> String {
    let text = mark.filter { $0.isLetter || $0.isNumber || " .,:;-".contains($0) }
    return "@page{@top-center{content:\"\(text)\";font:bold 10pt Arial,Helvetica,sans-serif;"
      + "color:#b10e1e}}\n"
  }

  /// A4 with page numbers; wide tables on pages of their own, turned; what is closed is opened.
  private static var print: String {
    """
    @page{size:A4;margin:18mm 18mm 20mm;\
    @bottom-right{content:"Page " counter(page) " of " counter(pages);\
    font:9pt Arial,Helvetica,sans-serif}}
    @page turned{size:A4 landscape}
    @media print{
    :root{color-scheme:light;\(SVGStyle.variables(SVGStyle.light + light))--link:#1a1a1a}
    html{font-size:10pt}
    p{margin:.45rem 0}
    .note{margin:.4rem 0}
    .scroll{margin:.9rem 0}
    figure{margin:1rem 0}
    ul.sources{break-inside:avoid}
    p.sources{break-after:avoid}
    main{max-width:none;padding:0}
    p,ul,h1,h2,h3,h4,h5,h6{max-width:none}
    h1,h2,h3,h4,h5,h6,caption,summary{break-after:avoid}
    h2{margin-top:1.6rem}
    nav{display:none}
    p,li{orphans:3;widows:3}
    tr,svg,figure>figcaption,.note,.box{break-inside:avoid}
    .boxes{grid-template-columns:repeat(3,1fr);gap:4mm}
    figcaption{break-after:avoid}
    thead{display:table-header-group;break-after:avoid}
    .short{break-inside:avoid}
    .turned .short{break-inside:auto}
    th,td{padding:.25rem .5rem}
    figure{break-inside:auto}
    figure>svg,figure>.notes{break-before:avoid}
    .scroll{overflow:visible}
    .turned{page:turned}
    .turned h2:first-child{margin-top:0;border-top:0}
    .turned table{font-size:8.5pt}
    .prose{min-width:0}
    .wide-chart{display:block!important}.narrow-chart{display:none!important}
    details{display:block}
    details::details-content{content-visibility:visible;display:block;block-size:auto}
    summary{list-style:none;font-weight:bold}
    details table{font-size:8.5pt}
    details th,details td{padding:.1rem .5rem}
    figure>svg{max-width:80%}
    a{text-decoration:none}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }

    """
  }
}
