// Draws the pictures of figures with Apache ECharts. The same figures stand in a table beside each; nothing here is needed to read them.
document.addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll('.tb-chart[data-chart]').forEach(place => {
    if (!window.echarts || place.dataset.drawn) {
      return
    }
    place.dataset.drawn = 'yes'
    const chart = echarts.init(place, null, { renderer: 'canvas' })
    const data = JSON.parse(place.dataset.chart)
    chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(place).fontFamily }, ...draw[data.kind](data) })
    new ResizeObserver(() => chart.resize()).observe(place)
    window.addEventListener('beforeprint', () => chart.resize())
  })
})

const BLUE = '#0b4ea2'
const COLOURS = [BLUE, '#147a72', '#553c9a', '#b3261e']
// A tip of plain drawing: HTML with styles inside is not allowed on our pages.
const TIP = { renderMode: 'richText', confine: true }

const draw = {
  trend: data => ({
    color: COLOURS,
    tooltip: { ...TIP, trigger: 'axis' },
    legend: { top: 0, itemGap: 18, textStyle: { fontSize: 14 } },
    grid: { left: 56, right: 16, top: 40, bottom: 32 },
    xAxis: { type: 'category', data: data.labels, axisLabel: { fontSize: 13 } },
    yAxis: { type: 'value', minInterval: 1 },
    series: Object.entries(data.series).map(([name, values], i) => ({
      name,
      type: 'line',
      data: values,
      symbol: ['circle', 'rect', 'triangle', 'diamond'][i % 4],
      symbolSize: 8,
      lineStyle: { width: 2, type: i === 3 ? 'dashed' : 'solid' }
    }))
  }),

  bars: data => ({
    color: COLOURS,
    tooltip: { ...TIP, trigger: 'axis' },
    grid: { left: 56, right: 16, top: 16, bottom: 32 },
    xAxis: { type: 'category', data: data.labels },
    yAxis: { type: 'value', minInterval: 1 },
    series: Object.entries(data.series).map(([name, values]) => ({ name, type: 'bar', data: values, barMaxWidth: 28 }))
  }),

  stack: data => ({
    // from the best grade to the worst
    color: [BLUE, '#3f7fc4', '#8fb4dc', '#d9822b', '#b3261e'],
    tooltip: { ...TIP, trigger: 'axis' },
    legend: { top: 0, itemGap: 18, textStyle: { fontSize: 14 } },
    grid: { left: 56, right: 16, top: 40, bottom: 32 },
    xAxis: { type: 'category', data: data.labels, axisLabel: { fontSize: 13 } },
    yAxis: { type: 'value', minInterval: 1 },
    series: Object.entries(data.series).map(([name, values]) => ({ name, type: 'bar', stack: 'all', data: values, barMaxWidth: 48 }))
  }),

  flows: data => {
    const most = Math.max(1, ...data.nodes.map(node => node.value))
    const widest = Math.max(1, ...data.links.map(link => link.value))
    return {
      tooltip: { ...TIP, formatter: hover => hover.dataType === 'edge' ? `${hover.data.source} → ${hover.data.target}：${hover.data.value}` : `${hover.name}：${hover.value}` },
      series: [{
        type: 'graph',
        layout: 'none',
        left: 40,
        right: 40,
        top: 30,
        bottom: 30,
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: [0, 8],
        emphasis: { focus: 'adjacency' },
        data: data.nodes.map(node => {
          const share = Math.sqrt(node.value / most)
          return {
            name: node.name,
            value: node.value,
            x: node.column * 100,
            y: node.row * 80,
            symbol: 'roundRect',
            symbolSize: [54, 30],
            itemStyle: { color: node.value === 0 ? '#f4f6f9' : mix(share), borderColor: '#7d8ea3', borderWidth: 1 },
            label: { show: true, fontSize: 13, color: share > 0.55 ? '#ffffff' : '#1a2733' }
          }
        }),
        links: data.links.map(link => ({
          source: link.from,
          target: link.to,
          value: link.value,
          lineStyle: { width: 1 + 6 * link.value / widest, curveness: 0.18, color: '#b45309', opacity: 0.25 + 0.5 * link.value / widest }
        }))
      }]
    }
  }
}

/** From pale to full blue. */
function mix(share) {
  const pale = [0xea, 0xf2, 0xfb]
  const full = [0x0b, 0x4e, 0xa2]
  return `rgb(${pale.map((from, i) => Math.round(from + (full[i] - from) * share)).join(',')})`
}
