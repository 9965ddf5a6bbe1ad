'use strict';

// Draws each plot when it comes near the window: a report of sixty replays has hundreds of them.
(() => {
  const drawn = new Map();
  const figures = [...document.querySelectorAll('figure.plot')];
  const root = document.documentElement;
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const palette = ['--blue', '--amber', '--green', '--slate'];

  const amount = (value, unit) => {
    if (unit !== 'B') return `${Math.round(value * 10) / 10} ${unit}`;
    const step = value >= 1e6 ? [1e6, 'MB'] : value >= 1e3 ? [1e3, 'kB'] : [1, 'B'];
    return `${Math.round((value / step[0]) * 10) / 10} ${step[1]}`;
  };

  // When somebody had to wait for another session, behind the lines.
  const frozen = {
    id: 'frozen',
    beforeDatasetsDraw(chart, args, options) {
      const { ctx, chartArea, scales } = chart;
      ctx.save();
      ctx.fillStyle = colour('--frozen');
      for (const [from, to] of options.intervals ?? []) {
        const left = Math.max(scales.x.getPixelForValue(from), chartArea.left);
        const right = Math.min(scales.x.getPixelForValue(to), chartArea.right);
        ctx.fillRect(left, chartArea.top, Math.max(right - left, 1), chartArea.height);
      }
      ctx.restore();
    },
  };

  const points = (pairs) => pairs.map(([x, y]) => ({ x, y }));

  const datasets = (data) => data.series.flatMap((series, index) => {
    const line = colour(palette[index % palette.length]);
    const sets = [{
      label: series.name,
      data: points(series.points),
      borderColor: line,
      backgroundColor: line,
      borderWidth: 1.6,
      pointRadius: 0,
      pointHitRadius: 6,
    }];
    if (series.failed.length > 0) {
      sets.push({
        label: `${series.name}, failed`,
        data: points(series.failed),
        showLine: false,
        pointStyle: 'crossRot',
        pointRadius: 3.5,
        borderColor: colour('--red'),
        backgroundColor: colour('--red'),
        borderWidth: 1.6,
      });
    }
    return sets;
  });

  // A drill lasts minutes, an act of a replay seconds.
  const LONG = 20000;
  const time = (millis, max) =>
    max >= LONG ? `${Math.round(millis / 100) / 10} s` : `${Math.round(millis)} ms`;

  const axis = (title, max, unit) => ({
    type: 'linear',
    min: 0,
    suggestedMax: max,
    title: { display: title !== '', text: title, color: colour('--quiet') },
    grid: { color: colour('--rule') },
    border: { color: colour('--rule') },
    ticks: {
      color: colour('--quiet'),
      maxTicksLimit: 6,
      includeBounds: false,
      maxRotation: 0,
      callback: (value) => {
        if (unit === 'B') return amount(value, unit);
        return unit === 's' ? `${value / 1000}` : `${value}`;
      },
    },
  });

  const draw = (figure) => {
    const data = JSON.parse(figure.querySelector('script').textContent);
    const unit = data.unit;
    drawn.get(figure)?.destroy();
    drawn.set(figure, new Chart(figure.querySelector('canvas'), {
      type: 'line',
      data: { datasets: datasets(data) },
      plugins: [frozen],
      options: {
        animation: false,
        maintainAspectRatio: false,
        parsing: false,
        normalized: true,
        interaction: { mode: 'nearest', intersect: false },
        scales: {
          x: {
            ...axis(`${data.x >= LONG ? 's' : 'ms'} since it began`, data.x, data.x >= LONG ? 's' : 'ms'),
            max: data.x,
          },
          y: axis(unit === 'B' ? '' : unit, data.y, unit),
        },
        plugins: {
          frozen: { intervals: data.frozen },
          legend: {
            position: 'bottom',
            align: 'start',
            labels: { color: colour('--ink'), usePointStyle: true, boxHeight: 6, padding: 14 },
          },
          tooltip: {
            callbacks: {
              title: (items) => time(items[0].parsed.x, data.x),
              label: (item) => `${item.dataset.label}: ${amount(item.parsed.y, unit)}`,
            },
          },
        },
      },
    }));
    root.dataset.drawn = `${drawn.size}/${figures.length}`;
  };

  root.dataset.drawn = `0/${figures.length}`;
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        near.unobserve(entry.target);
        draw(entry.target);
      }
    }
  }, { rootMargin: '500px' });
  figures.forEach((figure) => near.observe(figure));
  const redraw = () => [...drawn.keys()].forEach(draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  addEventListener('beforeprint', () => figures.filter((each) => !drawn.has(each)).forEach(draw));
})();
