// Sends one event with Segment's own SDK for Node, unmodified, and says how it went.
import { Analytics } from '@segment/analytics-node'

const [host, writeKey, messageId] = process.argv.slice(2)
const analytics = new Analytics({ host, writeKey, flushAt: 1, maxRetries: 3 })
analytics.on('http_request', () => console.log('REQUEST'))
analytics.track(
  {
    userId: 'sdk-node',
    messageId,
    event: 'Order Completed',
    properties: { order_id: 'o-1', products: [{ product_id: 'sku-1' }] },
    context: { consent: { categoryPreferences: { personalization: true } } },
  },
  (error) => console.log(error ? `FAILURE ${error}` : 'SUCCESS'),
)
await analytics.closeAndFlush({ timeout: 20000 })
