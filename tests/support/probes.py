"""Questions to a page in the browser that more than one test asks, as JavaScript that gives plain values."""

# Text that leaves the window sideways, or is cut off by a box that does not scroll; what only screen readers get apart.
LOST_TEXT = """() => {
    const lost = [];
    const isHidden = style => style.clipPath !== 'none' || style.visibility === 'hidden';
    for (const box of document.querySelectorAll('body *')) {
        const style = getComputedStyle(box);
        if (!box.checkVisibility({visibilityProperty: true}) || isHidden(style) || box.closest('svg')) continue;
        const cuts = value => value === 'hidden' || value === 'clip';
        const isImage = ['IMG', 'VIDEO'].includes(box.tagName);
        if (!isImage && ((cuts(style.overflowY) && box.scrollHeight > box.clientHeight + 1)
            || (cuts(style.overflowX) && box.scrollWidth > box.clientWidth + 1)))
            lost.push(`cut off: ${box.tagName}.${box.className}`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const around = text.parentElement;
        if (!text.data.trim() || !around.checkVisibility() || around.closest('svg')) continue;
        let isClipped = false, scrolls = false;
        for (let box = around; box; box = box.parentElement) {
            const style = getComputedStyle(box);
            isClipped ||= isHidden(style);
            scrolls ||= box !== document.documentElement && ['auto', 'scroll'].includes(style.overflowX);
        }
        if (isClipped || scrolls) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const line of range.getClientRects())
            if (line.left < -1 || line.right > innerWidth + 1) {
                lost.push(`outside: ${text.data.trim().slice(0, 40)}`);
                break;
            }
    }
    return lost;
}"""

# The spacing that WCAG 2.2, 1.4.12 lets every reader set.
TEXT_SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
"""

# What has the focus: its place in the document, its name, where it is, and what can be seen of it and its ring. A box
# that scrolls may cut it, since browsers scroll as little as they can; one that does not may cut nothing.
FOCUSED = """() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused === document.documentElement) return null;
    const style = getComputedStyle(focused), box = focused.getBoundingClientRect();
    const ring = Math.max(0, parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset));
    let clipped = '';
    for (let around = focused.parentElement; around && around !== document.body; around = around.parentElement) {
        const over = getComputedStyle(around), edge = around.getBoundingClientRect();
        const cuts = value => value === 'hidden' || value === 'clip';
        const isOut = box.left - ring < edge.left - 0.5 || box.right + ring > edge.right + 0.5
            || box.top - ring < edge.top - 0.5 || box.bottom + ring > edge.bottom + 0.5;
        const seen = Math.min(box.right, edge.right) - Math.max(box.left, edge.left);
        if ((cuts(over.overflowX) || cuts(over.overflowY)) && isOut) clipped = around.className;
        if (['auto', 'scroll'].includes(over.overflowX) && seen < Math.min(box.width, 16)) clipped = around.className;
    }
    const spots = [...focused.getClientRects()].flatMap(line => [0.05, 0.25, 0.5, 0.75, 0.95].map(
        part => [line.left + part * line.width, (line.top + line.bottom) / 2]));
    const isOver = other => other && (focused.contains(other) || other.contains(focused) && other !== document.body);
    return {
        place: [...document.querySelectorAll('*')].indexOf(focused),
        name: (focused.getAttribute('aria-label') || focused.innerText || '').trim().slice(0, 60),
        tag: focused.tagName, href: focused.getAttribute('href') || '', className: focused.className,
        landmark: focused.closest('header.masthead') ? 'header' : focused.closest('main') ? 'main'
            : focused.closest('footer.colophon') ? 'footer' : '',
        x: box.left, y: box.top + scrollY, width: box.width, height: box.height,
        isSeen: box.height > innerHeight || spots.some(([x, y]) => isOver(document.elementFromPoint(x, y))),
        hasRing: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, clipped,
    };
}"""

# How many characters the full lines of the paragraphs hold that a selector finds; a paragraph's last line is not full.
LINE_LENGTHS = """selector => [...document.querySelectorAll(selector)].flatMap(paragraph => {
    const lines = new Map(), walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode())
        for (let at = 0; at < text.length; at++) {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const box = range.getClientRects()[0];
            if (!box) continue;
            const line = Math.round(box.bottom / 8);
            lines.set(line, (lines.get(line) || 0) + 1);
        }
    return [...lines.values()].slice(0, -1);
})"""

# Starts to add up how much of the page moved without the reader's doing (Layout Instability, 3).
WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries().filter(entry => !entry.hadRecentInput).map(
        entry => `${entry.value} by ${entry.sources.map(({node}) => node && (node.className || node.nodeName))}`
    ))).observe({type: 'layout-shift', buffered: true});
"""

# Where each picture and player lies, and how high the page is.
PLACES = """() => [...document.querySelectorAll('img, video')].map(box => box.getBoundingClientRect()).map(
    ({x, y, width, height}) => [x, y + scrollY, width, height].map(Math.round)
).concat([[document.documentElement.scrollHeight]])"""
