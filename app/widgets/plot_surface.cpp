#include "app/widgets/plot_surface.hpp"

#include <algorithm>

namespace actlab::widgets {

namespace {

/// Without transparency it is copied, not blended.
class OpaqueBuffer : public QCPPaintBufferPixmap {
public:
    OpaqueBuffer(const QSize& size, double devicePixelRatio, const QBrush& background)
        : QCPPaintBufferPixmap(size, devicePixelRatio), m_background(background)
    {
    }
    void clear(const QColor&) override { mBuffer.fill(m_background.color()); }

private:
    const QBrush& m_background;
};

/// Neither cleared nor drawn while its layer shows nothing.
class OverlayBuffer : public QCPPaintBufferPixmap {
public:
    OverlayBuffer(const QSize& size, double devicePixelRatio, const QCPLayer& layer)
        : QCPPaintBufferPixmap(size, devicePixelRatio), m_layer(layer)
    {
    }
    void clear(const QColor& colour) override
    {
        if (m_isPainted)
            QCPPaintBufferPixmap::clear(colour);
        m_isPainted = false;
    }
    QCPPainter* startPainting() override
    {
        m_isPainted = m_isPainted || std::ranges::any_of(m_layer.children(), isSeen);
        return QCPPaintBufferPixmap::startPainting();
    }
    void draw(QCPPainter* painter) const override
    {
        if (m_isPainted)
            QCPPaintBufferPixmap::draw(painter);
    }

protected:
    void reallocateBuffer() override
    {
        QCPPaintBufferPixmap::reallocateBuffer();
        m_isPainted = true;  // with whatever the memory holds
    }

private:
    static bool isSeen(const QCPLayerable* child)
    {
        return child->realVisibility() && child != child->parentPlot()->selectionRect();
    }
    const QCPLayer& m_layer;
    bool m_isPainted = true;
};

}  // namespace

PlotSurface::PlotSurface(QWidget* parent) : QCustomPlot(parent)
{
    const QSize size = mViewport.size();
    const double ratio = bufferDevicePixelRatio();
    mPaintBuffers = {QSharedPointer<OpaqueBuffer>::create(size, ratio, mBackgroundBrush),
                     QSharedPointer<OverlayBuffer>::create(size, ratio, *layer(QStringLiteral("overlay")))};
}

void PlotSurface::paintEvent(QPaintEvent*)
{
    if (!qFuzzyCompare(bufferDevicePixelRatio(), devicePixelRatioF())) {  // on another screen now
        setBufferDevicePixelRatio(devicePixelRatioF());
        return replot(rpQueuedReplot);
    }
    QCPPainter painter(this);
    for (const auto& buffer : mPaintBuffers)
        buffer->draw(&painter);
}

}  // namespace actlab::widgets
